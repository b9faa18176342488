import type { Anchor, Head } from './anchor.js';

const HOUR_MS = 3_600_000;

/**
 * Whether an hour has gone since the last anchor that was made, whichever process made it. A clock that was set back makes
 * one due at once: by it the hour might never be over.
 */
export function isAnchorHour(now: Date, last: Pick<Anchor, 'at'> | null): boolean {
  if (last === null) return true;
  const since = now.getTime() - new Date(last.at).getTime();
  return since < 0 || since >= HOUR_MS;
}

/** Whether the log is not what the last anchor says: grown, cut off or rewritten; an empty log has nothing to sign. */
export const hasMoved = (head: Head, last: Pick<Anchor, 'seq' | 'hash'> | null): boolean =>
  head.seq > 0 && (last?.seq !== head.seq || last.hash !== head.hash);
