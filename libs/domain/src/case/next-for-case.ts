import type { CaseFile } from './case-file.js';
import { MANDATE_ENDS_WITHIN } from './case-choice.js';

/** What a case asks of people first. */
export const CASE_NEEDS = [
  ...['reopen', 'unknown', 'answer', 'overdue', 'send', 'mandate'],
  ...['begin', 'await', 'close'],
] as const;
export type CaseNeed = (typeof CASE_NEEDS)[number];

/** How much waits in a case, as far as its next step depends on it. */
export interface CaseWork {
  readonly notices: number;
  readonly unsent: number;
  readonly awaiting: number;
  readonly unanswered: number;
  readonly unknown: number;
  readonly dueAt: Date | null;
}

/** What a need looks at; `today` is a day (ISO) where the organisation works. */
interface Facts extends CaseWork {
  readonly isClosed: boolean;
  readonly mandateUntil: string | null;
  readonly now: Date;
  readonly soon: string;
}

/** Asked in this order; the first that holds is the next step. What could do harm by waiting comes first. */
const NEEDS: readonly (readonly [CaseNeed, (facts: Facts) => boolean])[] = [
  ['reopen', ({ isClosed }) => isClosed],
  ['unknown', ({ unknown }) => unknown > 0],
  ['answer', ({ unanswered }) => unanswered > 0],
  ['overdue', ({ dueAt, now }) => dueAt !== null && dueAt <= now],
  ['send', ({ unsent }) => unsent > 0],
  ['mandate', ({ mandateUntil, awaiting, soon }) => awaiting > 0 && mandateUntil !== null && mandateUntil <= soon],
  ['begin', ({ notices }) => notices === 0],
  ['await', ({ awaiting }) => awaiting > 0],
];

/** The one thing to do next in a case; `day` gives the day (ISO) so many days after the moment, where people work. */
export function nextForCase(
  { status, content }: Pick<CaseFile, 'status' | 'content'>,
  work: CaseWork,
  { now, day }: { readonly now: Date; readonly day: (daysLater: number) => string },
): CaseNeed {
  const mandateUntil = content.mandate === 'none' ? null : content.mandateValidUntil;
  const facts = { ...work, isClosed: status === 'closed', mandateUntil, now, soon: day(MANDATE_ENDS_WITHIN) };
  return NEEDS.find(([, holds]) => holds(facts))?.[0] ?? 'close';
}
