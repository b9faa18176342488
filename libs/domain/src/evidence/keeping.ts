import type { AgeBand } from '../case/case-file.js';
import { contradictsAge } from '../notice/minor-in-case.js';
import { isForHotline, type NoticeAnswers } from '../notice/notice-answers.js';
import { RuleViolation } from '../rule-violation.js';

/** By which door something of the content would come in: a page we contact, or a file that a person adds. */
export type Door = 'capture' | 'attachment';

/**
 * Whether anything may be kept of what a notice is about (law.md sections 4.7 and 10.2), whatever its grounds allow: what may
 * not be possessed is neither contacted nor taken in, and while nobody knows what can be seen, nothing is. `age` is what the
 * case says of the person affected.
 */
export function refuseUnlessKeepable(answers: NoticeAnswers, age: AgeBand, door: Door): void {
  if (isForHotline(answers)) throw new RuleViolation(`${door}.forbidden`);
  if (contradictsAge(answers, age)) throw new RuleViolation('notice.minor-in-case');
  if (answers.imagery === undefined) throw new RuleViolation(`${door}.imagery-unasked`);
}

/** Why nothing may be kept by this door, as the code of a rule; null where something may. */
export const whyNotKeepable = (answers: NoticeAnswers, age: AgeBand, door: Door): string | null =>
  whyRefused(() => {
    refuseUnlessKeepable(answers, age, door);
  });

/** The code of the rule that refuses it; null where none does. */
export function whyRefused(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}
