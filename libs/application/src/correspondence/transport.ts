import type { Stage } from '#domain/correspondence/delivery.js';
import type { LetterFormat } from '#domain/correspondence/letter.js';

/** A letter with its envelope, exactly as it stands in the database: one sender, one recipient, the bytes of the preview. */
export interface Outgoing {
  readonly format: LetterFormat;
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
  /** What the platform calls it from now on, where it said so at once. */
  readonly reference?: string;
  /** Seconds the other side asked us to wait; a longer wait than our own schedule has is kept to. */
  readonly waitSeconds?: number;
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

/** Brings letters to whoever takes them from us: a mail server, or a platform that is spoken to by program. */
export abstract class Transport {
  /**
   * Makes one attempt. `body-offered` is on record before the request with effect leaves (by mail: before the server is
   * told that the letter comes); rejects only with what `reach` rejected with.
   */
  abstract carry(outgoing: Outgoing, attempt: Attempt): Promise<Carried>;
}
