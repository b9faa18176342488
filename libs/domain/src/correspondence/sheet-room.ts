import { RuleViolation } from '../rule-violation.js';

/** A paragraph beside the reasons, where nothing else of a form or report says it. */
export interface BesideReasons {
  /** Whether it is never left out: the law demands it of a notice (Art. 16(2)(b) to (d) DSA), or nobody could answer without. */
  readonly demanded: boolean;
  /** Whether it comes before the reasons. */
  readonly before: boolean;
  readonly said: string;
}

/** One way to give the reasons, and what of them it leaves unsaid. */
export interface ReasonsGiven {
  readonly said: string;
  readonly without: readonly string[];
}

/** How much a field takes, in what the other side counts. */
export interface TextBound {
  readonly most: number;
  readonly length: (text: string) => number;
}

/** The room there is, what parts two paragraphs, and what is refused where there is too little. */
export interface SheetRoom {
  readonly bounds: readonly TextBound[];
  readonly between: string;
  readonly refusal: 'letter.explanation-limit' | 'letter.too-long-for-channel';
}

/** A text for which there is room, and what had to stay out of it. */
export interface FittedText {
  readonly text: string;
  readonly left: readonly string[];
}

/**
 * A text within every bound: the first of `reasons` for which there is room, with as much beside them as fits.
 * `beside` has the most needed first; what is needed least is left out first, and what is demanded never is.
 * Refuses, by the bound that is passed, where even that does not fit.
 */
export function fitSheet(
  reasons: readonly ReasonsGiven[],
  beside: readonly BesideReasons[],
  { bounds, between, refusal }: SheetRoom,
): FittedText {
  const spoken = beside.filter(({ said }) => said !== '');
  const texts = reasons.flatMap((given) => fewerEachTime(spoken).map((kept) => fitted(given, spoken, kept, between)));
  const passed = (text: string) => bounds.find(({ most, length }) => length(text) > most);
  const fitting = texts.find(({ text }) => passed(text) === undefined);
  if (fitting !== undefined) return fitting;
  const shortest = texts.at(-1)?.text ?? '';
  const { most, length } = passed(shortest)!;
  throw new RuleViolation(refusal, { length: length(shortest), most, over: length(shortest) - most });
}

/** All of them, then each time one fewer, from the end, until only what is demanded stands there. */
function fewerEachTime(beside: readonly BesideReasons[]): BesideReasons[][] {
  const spare = beside.filter(({ demanded }) => !demanded);
  return Array.from({ length: spare.length + 1 }, (_, fewer) => {
    const kept = spare.slice(0, spare.length - fewer);
    return beside.filter((one) => one.demanded || kept.includes(one));
  });
}

function fitted(
  { said, without }: ReasonsGiven,
  spoken: readonly BesideReasons[],
  kept: readonly BesideReasons[],
  between: string,
): FittedText {
  const standing = (before: boolean) => kept.filter((one) => one.before === before).map((one) => one.said);
  const left = spoken.filter((one) => !kept.includes(one)).map((one) => one.said);
  return { text: [...standing(true), said, ...standing(false)].join(between), left: [...without, ...left] };
}
