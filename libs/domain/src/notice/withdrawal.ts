import type { EventFact } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { NoticeContent } from './notice-content.js';
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
