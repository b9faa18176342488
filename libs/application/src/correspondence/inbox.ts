import type { CaseReach } from '#domain/access/reach.js';
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
  /** Why it could not be taken apart; null when it could. */
  readonly trouble: string | null;
}

/**
 * Parts of the inbox. `open`: nobody has handled it; of those, `task` asks something of us, `answer` belongs to a notice and
 * asks nothing, `quarantined` cannot be taken apart. `handled`: a person is done with it.
 */
export const INBOX_PARTS = ['open', 'task', 'answer', 'quarantined', 'handled', 'all'] as const;
export type InboxPart = (typeof INBOX_PARTS)[number];

export interface InboxFilter extends WhichPage {
  readonly show: InboxPart;
  /** Without messages that belong to a case of somebody else. */
  readonly forMe?: boolean;
}

/** A part is counted so far, and a list of messages goes on so far; of more, a page says that there are more. */
export const MOST_SAID = 99;
export const MOST_LISTED = 2500;

/** What waits in the inbox: how much of it there is, and the first messages that ask something and that answer. */
export interface InboxWork {
  readonly counts: Readonly<Record<InboxPart, number>>;
  readonly task: PageOf<MessageRow>;
  readonly answer: PageOf<MessageRow>;
}

/** Mail that came in, newest first. */
export abstract class Inbox {
  /** What waits, with the first `size` messages of both lists; they leave out what is of others where `forMe` is said. */
  abstract waiting(forMe: boolean, size: number, reach: CaseReach): Promise<InboxWork>;
  /** `total` is at most one more than `most`, which is `MOST_LISTED` unless said. */
  abstract page(filter: InboxFilter, reach: CaseReach, most?: number): Promise<PageOf<MessageRow>>;
  /** Those with the notices of a case, newest first. */
  abstract ofCase(caseId: string, reach: CaseReach): Promise<readonly MessageRow[]>;
  /** How many messages each part holds; of `handled` and `all` at most one more than `MOST_SAID`. */
  abstract counts(reach: CaseReach): Promise<Readonly<Record<InboxPart, number>>>;
  /** Refuses with `message.not-found`. */
  abstract message(id: string): Promise<Message>;
  abstract bytes(digest: string): Promise<Uint8Array>;
  /** The first bytes of a mail, at most so many. */
  abstract beginning(digest: string, most: number): Promise<Uint8Array>;
}
