import { RuleViolation } from '../rule-violation.js';

/** A paragraph beside the reasons, in the explanation of a form that has no field of its own for it. */
export interface BesideReasons {
  /** Whether the law demands it of a notice (Art. 16(2)(b) and (d) DSA: the location, the statement of good faith). */
  readonly demanded: boolean;
  /** Whether it comes before the reasons. */
  readonly before: boolean;
  readonly said: string;
}

/**
 * The explanation of a form that takes `most` characters (null: any number): the first of `reasons` for which there is
 * room, with as much beside them as fits. `beside` has the most needed first; what is needed least is left out first,
 * and what the law demands never is. Refuses `letter.explanation-limit` where even that does not fit.
 */
export function fitSheet(reasons: readonly string[], beside: readonly BesideReasons[], most: number | null): string {
  const spoken = beside.filter(({ said }) => said !== '');
  const texts = reasons.flatMap((text) => fewerEachTime(spoken).map((kept) => inOrder(kept, text)));
  const fitting = texts.find((text) => most === null || text.length <= most);
  if (fitting !== undefined) return fitting;
  const length = texts.at(-1)?.length ?? 0;
  throw new RuleViolation('letter.explanation-limit', { length, most, over: length - (most ?? 0) });
}

/** All of them, then each time one fewer, from the end, until only what is demanded stands there. */
function fewerEachTime(beside: readonly BesideReasons[]): BesideReasons[][] {
  const spare = beside.filter(({ demanded }) => !demanded);
  return Array.from({ length: spare.length + 1 }, (_, fewer) => {
    const kept = spare.slice(0, spare.length - fewer);
    return beside.filter((one) => one.demanded || kept.includes(one));
  });
}

function inOrder(beside: readonly BesideReasons[], reasons: string): string {
  const said = (before: boolean) => beside.filter((one) => one.before === before).map((one) => one.said);
  return [...said(true), reasons, ...said(false)].join('\n\n');
}
