import type { Clues, FoundNotices } from '#domain/correspondence/match.js';

/** Looks up the notices that the clues of a mail point at. */
export abstract class NoticesByClue {
  /** What is found for each of several mails, in their order; asked together, since mail comes in heaps. */
  abstract findEach(mails: readonly Clues[]): Promise<readonly FoundNotices[]>;
  /** The addresses in each of these notices, as given. */
  abstract urlsOf(noticeIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}
