import { COUNTED_CLASSES, DECISION_CODES, type DecisionCode, type OutcomeClass } from '../outcome/outcome-code.js';

/** What figures can be broken down by. */
export const BREAKDOWNS = ['platform', 'provider', 'ground', 'category', 'channel', 'month'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What is counted: notices or the single items in them. */
export const UNITS = ['notice', 'item'] as const;
export type Unit = (typeof UNITS)[number];

/** So many things stood in one class with one code; `partly` of them were acted on in part. */
export interface StandingCount {
  readonly class: OutcomeClass;
  readonly code: DecisionCode | null;
  readonly count: number;
  readonly partly: number;
}

/** Durations in hours with two decimals; null where there is nothing to measure. */
export interface Durations {
  readonly n: number;
  readonly median: number | null;
  readonly p90: number | null;
}

export interface Times {
  readonly acknowledgementHours: Durations;
  readonly decisionHours: Durations;
}

export interface ClassFigures {
  readonly class: OutcomeClass;
  readonly count: number;
  readonly percentage: number | null;
  readonly partly: number;
  readonly codes: readonly {
    readonly code: DecisionCode;
    readonly count: number;
    readonly percentage: number | null;
  }[];
}

/** The figures of one set of things (contract: design.md §5, follow-up figures). */
export interface Figures {
  readonly sent: number;
  readonly pending: number;
  readonly total: number;
  readonly classes: readonly ClassFigures[];
  readonly followUpPercentage: number | null;
  readonly times: Times;
}

export interface GroupFigures extends Figures {
  readonly key: string;
  readonly label: string;
}

/** The whole answer, as `seinpost follow-up --json` prints it. */
export interface FollowUpFigures extends Figures {
  readonly period: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly unit: Unit;
  readonly regime: readonly string[];
  readonly line: string | null;
  readonly timeAllowedDays: { readonly default: number };
  readonly excluded: number;
  readonly groups: readonly GroupFigures[];
}

/** Sums counts into figures; percentages are shares of what has been decided or has run out of time. */
export function figuresOf(counts: readonly StandingCount[], times: Times): Figures {
  const sent = sum(counts);
  const pending = sum(counts.filter((one) => one.class === 'pending'));
  const total = sent - pending;
  const classes = COUNTED_CLASSES.map((name) => classFigures(name, counts, total));
  return { sent, pending, total, classes, followUpPercentage: classes[0]!.percentage, times };
}

function classFigures(name: OutcomeClass, counts: readonly StandingCount[], total: number): ClassFigures {
  const within = counts.filter((one) => one.class === name);
  const count = sum(within);
  const codes = DECISION_CODES.flatMap((code) => {
    const ofCode = sum(within.filter((one) => one.code === code));
    return ofCode === 0 ? [] : [{ code, count: ofCode, percentage: share(ofCode, total) }];
  });
  const partly = within.reduce((all, one) => all + one.partly, 0);
  return { class: name, count, percentage: share(count, total), partly, codes };
}

/** The share in percent with two decimals, rounded half up from whole numbers; a share of nothing is null. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 20_000 + whole) / (2 * whole)) / 100;
}

const sum = (counts: readonly StandingCount[]): number => counts.reduce((all, one) => all + one.count, 0);
