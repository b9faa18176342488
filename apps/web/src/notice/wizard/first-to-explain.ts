import { isExplained } from '#domain/notice/blockers.js';
import type { Notice } from '#domain/notice/notice.js';

/** The page on which the next ground without reasons is explained, or null; `after` leaves out it and those before it. */
export function firstToExplain({ id, content: { grounds } }: Notice, after?: string): string | null {
  const from = grounds.findIndex(({ code }) => code === after) + 1;
  const next = grounds.slice(from).find(({ explanation }) => !isExplained(explanation));
  return next ? `/notices/${id}/grounds/${next.code}/explain?back=write` : null;
}
