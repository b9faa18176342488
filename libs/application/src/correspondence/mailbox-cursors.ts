/** A mailbox as its server knows it: UIDs mean something only together with the validity (RFC 3501 §2.3.1.1). */
export interface MailboxId {
  /** Account and folder, e.g. `meldpunt@imap.example/INBOX`. */
  readonly mailbox: string;
  readonly uidValidity: bigint;
}

/** How far we have read each mailbox, and which of its mails are in our store. */
export abstract class MailboxCursors {
  /** The highest UID taken; 0 for a mailbox never read or renumbered since. */
  abstract lastUid(of: MailboxId): Promise<number>;
  /** Puts on record that a mail is in our store; only called after the commit that put it there. */
  abstract took(of: MailboxId, uid: number): Promise<void>;
  /** Those of these UIDs that are not in our store. */
  abstract notTaken(of: MailboxId, uids: readonly number[]): Promise<readonly number[]>;
}
