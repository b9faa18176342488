import type { Message, MessageState } from '#domain/correspondence/message.js';
import type { Meaning } from '#domain/correspondence/reading.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** A message in a list. */
export interface MessageRow {
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  readonly subject: string;
  readonly state: MessageState;
  readonly meaning: Meaning | null;
  readonly outcome: string | null;
  readonly noticeId: string | null;
  readonly noticeReference: string | null;
  readonly platformName: string | null;
  readonly handledAs: string | null;
}

export interface InboxFilter extends WhichPage {
  /** `open`: nobody has handled it; `task`: open and asks something of us; `quarantined`: cannot be taken apart. */
  readonly show: 'open' | 'task' | 'quarantined' | 'handled' | 'all';
}

/** Mail that came in, newest first. */
export abstract class Inbox {
  abstract page(filter: InboxFilter): Promise<PageOf<MessageRow>>;
  /** Refuses with `message.not-found`. */
  abstract message(id: string): Promise<Message>;
  abstract bytes(digest: string): Promise<Uint8Array>;
}
