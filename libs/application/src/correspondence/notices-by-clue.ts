import type { Clues, FoundNotices } from '#domain/correspondence/match.js';

/** Looks up the notices that the clues of a mail point at. */
export abstract class NoticesByClue {
  abstract find(clues: Clues): Promise<FoundNotices>;
  /** The addresses in these notices, as given. */
  abstract urlsOf(noticeIds: readonly string[]): Promise<readonly string[]>;
}
