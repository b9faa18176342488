// IMAP4rev1: RFC 3501.
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { ArrivedMail, TakeMail } from '#application/correspondence/mail-source.js';
import type { MailboxCursors, MailboxId } from '#application/correspondence/mailbox-cursors.js';

/** Mails asked for at once; the answer to one question is never held whole. */
const BATCH = 20;
/** Bytes of the largest mail we take; a larger one stays on the server, and is told of. */
const LARGEST = 50 * 1024 * 1024;
const MONTH_MS = 30 * 24 * 3_600_000;

/** What a look at the mailbox left undone. */
export interface LeftOver {
  /** UIDs the server lists and does not give. */
  readonly missing: readonly number[];
  readonly tooLarge: readonly number[];
}

/**
 * Reads an opened mailbox. Nothing is marked, moved or deleted there, and `\Seen` means nothing to us: what we have is
 * known by UID in our own store, and the cursor follows a mail only once that mail is committed.
 */
export class MailboxReading {
  constructor(
    private readonly client: ImapFlow,
    private readonly of: MailboxId,
    private readonly cursors: MailboxCursors,
    private readonly take: TakeMail,
  ) {}

  /** What came after the last mail we took. */
  async fresh(): Promise<LeftOver> {
    const last = await this.cursors.lastUid(this.of);
    const listed = await this.listed({ uid: `${last + 1}:*` });
    return this.read(listed.filter((uid) => uid > last)); // `n:*` names the last mail even when its UID is below n
  }

  /** What the server has of the last thirty days and we have not, however that came about. */
  async missed(now: Date): Promise<LeftOver> {
    const listed = await this.listed({ since: new Date(now.getTime() - MONTH_MS) });
    return this.read(await this.cursors.notTaken(this.of, listed));
  }

  private async listed(query: { uid?: string; since?: Date }): Promise<number[]> {
    const uids = await this.client.search(query, { uid: true });
    if (!Array.isArray(uids)) throw new Error('the server did not answer the search');
    return [...uids].sort((a, b) => a - b);
  }

  private async read(uids: readonly number[]): Promise<LeftOver> {
    const given = new Set<number>();
    const tooLarge: number[] = [];
    for (let at = 0; at < uids.length; at += BATCH) {
      const batch = uids.slice(at, at + BATCH);
      const sizes = await this.sizes(batch);
      tooLarge.push(...batch.filter((uid) => (sizes.get(uid) ?? 0) > LARGEST));
      for (const uid of batch.filter((one) => sizes.has(one) && !tooLarge.includes(one))) {
        if (await this.readOne(uid)) given.add(uid);
      }
    }
    return { missing: uids.filter((uid) => !given.has(uid) && !tooLarge.includes(uid)), tooLarge };
  }

  private async sizes(uids: readonly number[]): Promise<Map<number, number>> {
    const sizes = new Map<number, number>();
    for await (const { uid, size } of this.client.fetch(uids.join(','), { uid: true, size: true }, { uid: true })) {
      sizes.set(uid, size ?? 0);
    }
    return sizes;
  }

  /** False where the server gave nothing: a broken line looks just like an empty answer, so the cursor stays. */
  private async readOne(uid: number): Promise<boolean> {
    const what = { uid: true, source: true, internalDate: true };
    const mail = await this.client.fetchOne(String(uid), what, { uid: true });
    if (!mail || !mail.source || mail.uid !== uid) return false;
    await this.take(arrived(mail, mail.source));
    await this.cursors.took(this.of, uid);
    return true;
  }
}

/** INTERNALDATE is when the server received it (RFC 3501 §2.3.3); the mail's own Date is whatever its sender says. */
function arrived({ internalDate }: FetchMessageObject, bytes: Buffer): ArrivedMail {
  const at = internalDate === undefined ? new Date(Number.NaN) : new Date(internalDate);
  const isKnown = !Number.isNaN(at.getTime());
  return { bytes, source: 'imap', receivedAt: isKnown ? at : new Date(), receivedSource: isKnown ? 'server' : 'now' };
}
