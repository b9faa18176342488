import type { MessageSource, ReceivedSource } from '#domain/correspondence/message.js';

/** A mail as the server that had it gave it to us: every byte, and when that server received it. */
export interface ArrivedMail {
  readonly bytes: Uint8Array;
  readonly source: MessageSource;
  readonly receivedAt: Date;
  readonly receivedSource: ReceivedSource;
}

/** Takes a mail over; once it resolves the bytes are committed, and until then the other side must keep its copy. */
export type TakeMail = (mail: ArrivedMail) => Promise<void>;

/** A way in for mail. It never lets go of a mail before `take` has resolved for it. */
export abstract class MailSource {
  /** Begins to bring mail; resolves once it does, and goes on by itself through troubles of the line. */
  abstract start(take: TakeMail): Promise<void>;
  /** Ends when what is under way is taken or left with the other side. */
  abstract stop(): Promise<void>;
}
