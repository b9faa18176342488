import type { CaseReach } from '#domain/access/reach.js';
import type { Regime } from '#domain/notice/codes.js';
import type { Breakdown, StandingCount, Times, Unit } from '#domain/statistics/figures.js';

/** Which notices are counted, and how they stood at which moment. */
export interface Cohort {
  /** First moment of the period, and the first moment after it. */
  readonly from: Date;
  readonly until: Date;
  readonly asOf: Date;
  readonly regimes: readonly Regime[];
  readonly line: string | null;
  /** Only notices to these platforms; null for all. */
  readonly platforms: readonly string[] | null;
  readonly unit: Unit;
  /** Only notices within it. */
  readonly reach: CaseReach;
  /** IANA zone in which months begin. */
  readonly zone: string;
}

/** What was counted of one group. */
export interface GroupCounts {
  readonly key: string;
  readonly counts: readonly StandingCount[];
  readonly times: Times;
}

export interface CohortCounts {
  readonly counts: readonly StandingCount[];
  readonly times: Times;
  /** Durations left out because they were negative. */
  readonly excluded: number;
  readonly groups: readonly GroupCounts[];
}

/** Counts over the follow-up spells; a plain `GROUP BY`, whatever the size. */
export abstract class FollowUpCounts {
  abstract of(cohort: Cohort, by: Breakdown | null): Promise<CohortCounts>;
}
