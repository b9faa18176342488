import type { Stage } from '#domain/correspondence/delivery.js';

/** A letter with its envelope, exactly as it stands in the database: one sender, one recipient, the bytes of the preview. */
export interface OutgoingMail {
  readonly sender: string;
  readonly recipient: string;
  readonly bytes: Uint8Array;
}

/**
 * How one attempt ended, with the server's words. `deferred`: certainly not taken, worth trying again; `refused`:
 * certainly not taken, for good; `lost`: the line broke after the letter was offered, so nobody here can know.
 */
export interface Carried {
  readonly end: 'accepted' | 'deferred' | 'refused' | 'lost';
  readonly answer: string;
  /** The trouble is our own set-up (password, host), so that another letter would fare no better just now. */
  readonly isOurs?: true;
}

/** What the attempt has to do with the delivery row while it goes on. */
export interface Attempt {
  /** Puts a stage on record; rejects when the lease is lost, after which nothing more may leave. */
  reach(stage: Stage): Promise<void>;
  /** Whether the lease still holds; asked at the last moment before something leaves. */
  isHeld(): boolean;
  /** Breaks the attempt off; what was not offered by then never is. */
  readonly signal: AbortSignal;
}

/** Brings mail to the server that takes it from us. */
export abstract class MailTransport {
  /**
   * Makes one attempt. `recipient-accepted` and `body-offered` are on record before the server is told that the letter
   * comes; rejects only with what `reach` rejected with.
   */
  abstract carry(mail: OutgoingMail, attempt: Attempt): Promise<Carried>;
}
