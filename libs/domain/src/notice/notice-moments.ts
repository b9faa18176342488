import type { Outcome } from '../outcome/outcome.js';
import { RuleViolation } from '../rule-violation.js';
import type { ContentItem } from './content-item.js';
import type { NoticeStatus } from './notice-status.js';

/** When the notice went through the stations of its life; null for those not reached. */
export interface NoticeMoments {
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly sentAt: Date | null;
  readonly acknowledgedAt: Date | null;
  /** When its last item had its first decision. */
  readonly decidedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly closedAt: Date | null;
}

/** What an earlier administration knows of a notice; `outcomes` per item in the order of the items. */
export interface PastNotice {
  readonly sentAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly outcomes: readonly (readonly Outcome[])[];
}

/** The stations of a new notice. */
export const NOT_YET = {
  submittedAt: null,
  sentAt: null,
  acknowledgedAt: null,
  decidedAt: null,
  withdrawnAt: null,
  closedAt: null,
};

/** When the last item had its first decision; null where one of them has no date. */
export function firstDecided(items: readonly ContentItem[]): Date | null {
  const firsts = items.map((item) => item.firstDecidedAt);
  return firsts.includes(null) ? null : new Date(Math.max(...firsts.map((first) => first!.getTime())));
}

/** Where a notice taken over stands, and the stations it passed. */
export function pastStations(items: readonly ContentItem[], { sentAt, acknowledgedAt }: PastNotice) {
  const decided = items.every((item) => item.latest !== null);
  const status = decided ? 'decided' : acknowledgedAt === null ? 'sent' : 'acknowledged';
  return { status, moments: { sentAt, acknowledgedAt, decidedAt: decided ? firstDecided(items) : null } } as const;
}

interface Standing {
  readonly moments: NoticeMoments;
  readonly status: NoticeStatus;
}

/** Refuses outcomes of what never left or was taken back, and none at all. */
export function refuseUndecidable(notice: Standing, outcomes: readonly unknown[]): void {
  refuseUnsent(notice);
  if (outcomes.length === 0) throw new RuleViolation('notice.no-outcome-given');
  if (notice.status === 'withdrawn') throw new RuleViolation('notice.withdrawn');
}

/** Refuses what only a notice that left can have: a receipt, a decision. */
export function refuseUnsent({ moments, status }: Standing): void {
  if (moments.sentAt === null) throw new RuleViolation('notice.not-sent', { status });
}
