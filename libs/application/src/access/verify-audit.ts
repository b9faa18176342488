import { Injectable } from '@nestjs/common';
import { type Anchor, type Head, NO_ENTRY } from '#domain/access/anchor.js';
import { ChainCheck, type ChainHash, type FirstBad, type Verdict } from '#domain/access/chain-check.js';
import { Digests } from '../digests.js';
import { AnchorFile } from './anchor-places.js';
import { AnchorSigner } from './anchor-signer.js';
import { AuditTrail } from './audit-trail.js';

/** What is to be verified: from and up to a number or a moment, and by which anchors; by itself all, by our own file's. */
export interface AuditQuestion {
  readonly from?: number | Date;
  readonly to?: number | Date;
  /** Anchors that somebody hands over: at least one of them must be ours. */
  readonly anchors?: readonly Anchor[];
}

/** The verdict, and how many anchors could be used, or bear the name of a key that is not here. */
export interface AuditVerification extends Verdict {
  readonly anchorsUsed: number;
  readonly anchorsOfOtherKeys: number;
}

/** Goes along the event log and says whether it is as it was recorded; hashes are made here, not by the database. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly trail: AuditTrail,
    private readonly digests: Digests,
    private readonly signer: AnchorSigner,
    private readonly file: AnchorFile,
  ) {}

  async run(question: AuditQuestion): Promise<AuditVerification> {
    const anchors = question.anchors ?? (await this.file.all());
    const judged = anchors.map((anchor) => ({ anchor, is: this.signer.judge(anchor) }));
    const ours = judged.filter(({ is }) => is === 'ours').map(({ anchor }) => anchor);
    const used = { anchorsUsed: ours.length, anchorsOfOtherKeys: judged.filter(({ is }) => is === 'other-key').length };
    const forged = judged.find(({ is }) => is === 'forged')?.anchor;
    const alien = forged ?? (question.anchors && ours.length === 0 ? question.anchors[0] : undefined);
    if (alien) return { ...spoilt({ seq: alien.seq, why: 'anchor-not-ours' }), ...used };
    return { ...(await this.check(question, ours)), ...used };
  }

  private async check(question: AuditQuestion, anchors: readonly Anchor[]): Promise<Verdict> {
    if (!(await this.trail.isThere())) return spoilt({ seq: 1, why: 'no-log' });
    const upTo = await this.numberOf(question.to, 'last');
    const first = (await this.numberOf(question.from, 'first')) ?? 1;
    const after = await this.before(first);
    if (after === null) return spoilt({ seq: first - 1, why: 'missing' });
    const check = new ChainCheck(this.hash, { after, toTheEnd: upTo === null }, anchors);
    for await (const batch of this.trail.entries({ after: after.seq, upTo })) {
      if (!batch.every((entry) => check.take(entry))) break;
    }
    return check.end();
  }

  /** A moment as the number of an entry; a moment before or after all entries as one that is not there. */
  private async numberOf(place: number | Date | undefined, which: 'first' | 'last'): Promise<number | null> {
    if (!(place instanceof Date)) return place ?? null;
    const found = await this.trail.numberAt(place, which);
    return found ?? (which === 'last' ? 0 : (await this.trail.head()).seq + 1);
  }

  /** The entry before the first that is checked, or the last one of all; null where it was removed. */
  private async before(first: number): Promise<Head | null> {
    if (first <= 1) return NO_ENTRY;
    const hash = await this.trail.hashOf(first - 1);
    if (hash !== null) return { seq: first - 1, hash, count: first - 1 };
    const head = await this.trail.head();
    return head.seq < first ? head : null;
  }

  private readonly hash: ChainHash = (prevHash, text) =>
    this.digests.sha256(Buffer.concat([Buffer.from(prevHash, 'hex'), Buffer.from(text)]));
}

const spoilt = (firstBad: FirstBad): Verdict => ({
  ...{ ok: false, count: 0, firstBad, clockBackAt: null, head: NO_ENTRY, anchored: null },
});
