/** What stands in the log many times while somebody writes: a draft is kept every few seconds. */
const KEPT_WHILE_WRITING = 'notice-described';

/** What folding asks of an entry of a timeline: what happened, to what, and by whom, as keys to compare. */
interface Entry {
  readonly kind: string;
  readonly at: Date;
}

/** An entry, or several in one line: how many (null for one alone) and when the first of them was; `at` is the last. */
export type Folded<T> = T & { readonly times: number | null; readonly since: Date };

/**
 * Keepings of the same draft by the same person, one straight after the other, as one line; newest first, as a timeline is.
 * `whose` names person and draft. The log itself holds each.
 */
export function folded<T extends Entry>(entries: readonly T[], whose: (entry: T) => string): readonly Folded<T>[] {
  const lines: Folded<T>[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const isMore = last?.kind === KEPT_WHILE_WRITING && entry.kind === last.kind && whose(entry) === whose(last);
    if (isMore) lines[lines.length - 1] = { ...last, times: (last.times ?? 1) + 1, since: entry.at };
    else lines.push({ ...entry, times: null, since: entry.at });
  }
  return lines;
}
