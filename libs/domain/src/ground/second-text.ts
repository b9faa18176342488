import type { LetterLanguage } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import { isByHand, type ReasonedGround } from './reasoned-ground.js';

/** Built reasons with the same ones built in a second language, each with the version of its wording. */
export function builtTwice(first: ReasonedGround, other: ReasonedGround): ReasonedGround {
  if (other.template === undefined) return first;
  return { ...first, second: { explanation: other.explanation, ...other.template } };
}

/** The text that stands there in this language, whether built or written; undefined where none is kept. */
export function textIn(
  { second, template, explanation }: ReasonedGround,
  language: LetterLanguage,
): string | undefined {
  if (second?.language === language) return second.explanation;
  return template?.language === language ? explanation : undefined;
}

/**
 * Reasons in a person's own words are in no other language unless a person wrote those too: built from the answers, they
 * would say what the person struck from the first.
 */
export const lacksSecond = (reasons: ReasonedGround, language: LetterLanguage | null): boolean =>
  language !== null && isByHand(reasons) && !isWrittenIn(reasons, language);

/** Refuses `ground.second-text-missing` for a letter that is also in a language in which reasons of it lack. */
export function refuseWithoutSecond(grounds: readonly ReasonedGround[], language: LetterLanguage | null): void {
  const lacking = grounds.filter((ground) => lacksSecond(ground, language)).map(({ code }) => code);
  if (lacking.length > 0) throw new RuleViolation('ground.second-text-missing', { codes: lacking.join(', ') });
}

const isWrittenIn = ({ second }: ReasonedGround, language: LetterLanguage): boolean =>
  second?.language === language && second.version === undefined && second.explanation.trim() !== '';
