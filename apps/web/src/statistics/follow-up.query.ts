import type { CaseReach } from '#domain/access/reach.js';
import { endOfDay, isDay } from '#domain/instant.js';
import { LINES, type Line } from '#domain/notice/codes.js';
import { BREAKDOWNS, UNITS, type Breakdown, type Unit } from '#domain/statistics/figures.js';
import type { FollowUpQuestion } from '#application/statistics/follow-up.js';

/** What stands in the address of the follow-up page; what it cannot mean is left at the usual. */
export interface FollowUpForm {
  readonly from: string;
  readonly to: string;
  /** Empty means now. */
  readonly asOf: string;
  readonly by: Breakdown;
  readonly unit: Unit;
  /** Empty means all lines. */
  readonly line: string;
  /** Code of a platform; empty means all platforms. */
  readonly platform: string;
}

/** The form as asked, complete; `today` is the organisation's day, `platforms` are the codes of the register. */
export function followUpForm(
  query: Readonly<Record<string, unknown>>,
  today: string,
  platforms: readonly string[],
): FollowUpForm {
  const year = today.slice(0, 4);
  const day = (name: string, usual: string): string => {
    const asked = query[name];
    return typeof asked === 'string' && (isDay(asked) || (asked === '' && usual === '')) ? asked : usual;
  };
  return {
    from: day('from', `${year}-01-01`),
    to: day('to', today),
    asOf: day('asOf', ''),
    by: oneOf(query['by'], BREAKDOWNS) ?? 'platform',
    unit: oneOf(query['unit'], UNITS) ?? 'notice',
    line: oneOf(query['line'], LINES) ?? '',
    platform: oneOf(query['platform'], platforms) ?? '',
  };
}

/** The question the form asks; a day of "as it stood" means its last moment. */
export function questionOf(
  form: FollowUpForm,
  desk: { zone: string; now: Date; language: 'nl' | 'en'; reach: CaseReach },
): FollowUpQuestion {
  const { from, to, asOf, by, unit, line, platform } = form;
  const moment = asOf === '' ? desk.now : new Date(endOfDay(asOf, desk.zone).getTime() - 1);
  const cohort = { from, to, asOf: moment, regimes: ['article-22'] as const, line: (line || null) as Line | null };
  const of = platform === '' ? {} : { platforms: [platform] };
  return { ...cohort, ...of, by, unit, reach: desk.reach, language: desk.language };
}

const oneOf = <T extends string>(asked: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === asked);
