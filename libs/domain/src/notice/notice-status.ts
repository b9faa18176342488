import { RuleViolation } from '../rule-violation.js';

/** The life of a notice (design.md §2). */
const NEXT = {
  draft: ['ready', 'withdrawn'],
  ready: ['draft', 'approved', 'submitted', 'withdrawn'],
  approved: ['draft', 'submitted', 'withdrawn'],
  submitted: ['sent', 'ready', 'withdrawn'],
  sent: ['acknowledged', 'decided', 'withdrawn'],
  acknowledged: ['decided', 'withdrawn'],
  decided: ['decided', 'closed'],
  closed: ['decided'],
  withdrawn: [],
} as const;

export type NoticeStatus = keyof typeof NEXT;
export const NOTICE_STATUSES = Object.keys(NEXT) as NoticeStatus[];

/** Whether nobody submitted it yet: the platform knows nothing of it. */
export const isBeingWritten = (status: NoticeStatus): boolean => ['draft', 'ready', 'approved'].includes(status);

/** Whether a notice may go from one status to another. */
export const canFollow = (from: NoticeStatus, to: NoticeStatus): boolean =>
  (NEXT[from] as readonly NoticeStatus[]).includes(to);

/** The next status, or a refusal that names both. */
export function follow(from: NoticeStatus, to: NoticeStatus): NoticeStatus {
  return canFollow(from, to) ? to : cannotFollow(from, to);
}

/** For verbs that stand for one arrow of the table, where another arrow leads to the same status. */
export const followOnly = (only: NoticeStatus, from: NoticeStatus, to: NoticeStatus): NoticeStatus =>
  from === only ? follow(from, to) : cannotFollow(from, to);

export function cannotFollow(from: NoticeStatus, to: NoticeStatus): never {
  throw new RuleViolation('notice.status-cannot-follow', { from, to });
}
