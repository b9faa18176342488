import { Injectable } from '@nestjs/common';
import type { Anchor } from '#domain/access/anchor.js';
import { AnchorBook, AnchorFile } from './anchor-places.js';
import { AnchorSigner } from './anchor-signer.js';
import { AuditTrail } from './audit-trail.js';

const HOUR_MS = 3_600_000;

/** The machine signs what the log is at this moment and keeps that outside the database; nothing new, no anchor. */
@Injectable()
export class AnchorLog {
  constructor(
    private readonly trail: AuditTrail,
    private readonly signer: AnchorSigner,
    private readonly file: AnchorFile,
    private readonly book: AnchorBook,
  ) {}

  /** The same once an hour at most. */
  async hourly(now: Date): Promise<Anchor | null> {
    const last = await this.book.last();
    const isRecent = last !== null && Math.abs(now.getTime() - new Date(last.at).getTime()) < HOUR_MS;
    return isRecent ? null : this.run(now);
  }

  async run(now: Date): Promise<Anchor | null> {
    const head = await this.trail.head();
    const last = await this.book.last();
    if (head.seq === 0 || (last?.seq === head.seq && last.hash === head.hash)) return null;
    const anchor = this.signer.sign(head, now);
    await this.file.append(anchor);
    await this.book.add(anchor);
    return anchor;
  }
}
