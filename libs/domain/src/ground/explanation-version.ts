import type { DomainEvent } from '../event.js';
import { movingIn } from '../moving-characters.js';
import type { LetterLanguage } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';

/** One wording of a ground's template in one language; a wording never changes, a new one gets the next number. */
export interface ExplanationVersion {
  readonly ground: string;
  readonly language: LetterLanguage;
  readonly version: number;
  readonly text: string;
  /** Who worded it: a person of this desk, or the country's data pack. */
  readonly by: { readonly kind: 'person'; readonly userId: string } | { readonly kind: 'pack' };
  readonly at: Date;
}

/** The most a template may hold, in characters. */
export const LONGEST_TEMPLATE = 5000;

/** What a person writes, as the next version; refuses an empty text, one too long, and one that says nothing new. */
export function nextVersion(
  latest: ExplanationVersion,
  written: { readonly text: string; readonly userId: string; readonly at: Date; readonly expected: number },
): ExplanationVersion {
  const text = tidy(written.text);
  if (written.expected !== latest.version) {
    throw new RuleViolation('explanation.outdated', { expected: written.expected, actual: latest.version });
  }
  if (text === '') throw new RuleViolation('explanation.empty');
  if (text.length > LONGEST_TEMPLATE) throw new RuleViolation('explanation.too-long', { maximum: LONGEST_TEMPLATE });
  if (movingIn(text).length > 0) throw new RuleViolation('explanation.control-character');
  if (text === latest.text) throw new RuleViolation('explanation.unchanged');
  const by = { kind: 'person', userId: written.userId } as const;
  return { ...latest, version: latest.version + 1, text, by, at: written.at };
}

/** What the log keeps of a new version: which, never its words. */
export const explanationEdited = ({ ground, language, version }: ExplanationVersion): DomainEvent => ({
  kind: 'explanation-edited',
  subject: 'ground',
  subjectId: ground,
  facts: { language, version },
});

/** Without the spaces and empty lines that nobody sees. */
const tidy = (text: string): string => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
};
