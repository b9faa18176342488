import type { DomainEvent, EventFact } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { NoticeContent } from './notice-content.js';
import type { Notice } from './notice.js';
import type { NoticeMoments } from './notice-moments.js';
import type { WithdrawalReason } from './withdrawal-reason.js';

/** The content with the reason for withdrawing it: the one given, else the one that stands; refuses to go without any. */
export function withdrawnBecause(content: NoticeContent, given: WithdrawalReason | null): NoticeContent {
  const reason = given ?? content.answers.withdrawal;
  if (reason === undefined) throw new RuleViolation('notice.withdrawal-reason-needed');
  const note = reason.note.trim();
  if (reason.because === 'other' && note === '') throw new RuleViolation('notice.withdrawal-note-needed');
  return { ...content, answers: { ...content.answers, withdrawal: { ...reason, note } } };
}

/** What the log keeps of a withdrawal: whether the platform had it, and the code of the reason. */
export const withdrawalFacts = ({
  content,
  moments,
}: {
  content: NoticeContent;
  moments: NoticeMoments;
}): Record<string, EventFact> => ({
  wasSent: moments.sentAt !== null,
  because: content.answers.withdrawal?.because ?? '',
});

/** How a delivery stands: what its letter was for, and how far it got. */
export interface DeliveryStanding {
  readonly purpose: string;
  readonly state: string;
}

/** Whether the platform has a notice that we withdrew, and telling it so failed last; `deliveries` oldest first. */
export function isWithdrawalUntold(
  { status, moments }: Pick<Notice, 'status' | 'moments'>,
  deliveries: readonly DeliveryStanding[],
): boolean {
  if (status !== 'withdrawn' || moments.sentAt === null) return false;
  return deliveries.findLast(({ purpose }) => purpose === 'withdrawal')?.state === 'failed';
}

/** Refuses to tell of a withdrawal again unless telling it failed: a platform is never told twice at once. */
export function refuseUnlessUntold(notice: Notice, deliveries: readonly DeliveryStanding[]): void {
  if (!isWithdrawalUntold(notice, deliveries)) throw new RuleViolation('notice.withdrawal-told');
}

/** The platform is told of the withdrawal once more, for the reason that stands. */
export function tellAgain(notice: Notice, deliveries: readonly DeliveryStanding[]): DomainEvent {
  refuseUnlessUntold(notice, deliveries);
  return { kind: 'withdrawal-told-again', subject: 'notice', subjectId: notice.id, facts: {} };
}
