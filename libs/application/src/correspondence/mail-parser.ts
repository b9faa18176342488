import type { ParsedMail } from '#domain/correspondence/parsed-mail.js';

/** Why a mail could not be parsed; its bytes are kept all the same. */
export type UnreadableReason = 'too-slow' | 'too-large' | 'crashed' | 'refused' | 'closed';

/** The parser gave up on one mail: listed for a person, never lost. */
export class MailUnreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    detail = '',
  ) {
    super(detail === '' ? `mail unreadable: ${reason}` : `mail unreadable: ${reason} (${detail})`);
    this.name = 'MailUnreadable';
  }
}

/** Turns the bytes of one mail into plain facts, outside our own process. */
export abstract class MailParser {
  /** Raw bytes as the server had them; throws `MailUnreadable` when this one mail cannot be parsed. */
  abstract parse(raw: Uint8Array): Promise<ParsedMail>;
  /** Ends what it started; later calls start it again. */
  abstract close(): Promise<void>;
}
