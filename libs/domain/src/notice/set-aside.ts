import { RuleViolation } from '../rule-violation.js';
import type { NoticeContent } from './notice-content.js';
import { whyNotReportable } from './scope.js';

/** Where and about what, as far as anybody knows: the platform's code, and the official category. */
export interface SetAsideTopic {
  readonly platformCode: string | null;
  readonly category: string;
}

/** A notice's content once it is recorded as not reportable; refuses where its scope says it can be reported. */
export function setAside(
  content: NoticeContent,
  { platformCode, category }: SetAsideTopic,
  word: { readonly by: string; readonly at: string },
): NoticeContent {
  const because = whyNotReportable(content.answers.scope);
  if (because === null) throw new RuleViolation('notice.is-reportable');
  return { ...content, platformCode, category, answers: { ...content.answers, setAside: { because, ...word } } };
}
