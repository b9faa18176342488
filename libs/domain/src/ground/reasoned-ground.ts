import type { LetterLanguage } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import type { Answers } from './element-question.js';

/** A legal ground relied on, with the reasons why its elements are met (Art. 16(2)(a)). */
export interface ReasonedGround {
  readonly code: string;
  readonly explanation: string;
  /** Ids of the items it is relied on for; none, or absent: all of them. */
  readonly items?: readonly string[];
  /** What was answered to the ground's questions; absent where the reasons were written freely. */
  readonly answers?: Answers;
  /** The wording the reasons were built with; later wordings change nothing here. */
  readonly template?: { readonly language: LetterLanguage; readonly version: number };
  /** The same reasons in a second language; absent where nobody needed or wrote them. */
  readonly second?: SecondText;
}

/** Reasons in a second language of the letter. */
export interface SecondText {
  readonly language: LetterLanguage;
  readonly explanation: string;
  /** The wording it was built with; absent where a person wrote it. */
  readonly version?: number;
}

/**
 * The grounds as written, each with the answers it was built from as long as it is the same ground. Another text is not
 * what was built any more, nor what the second text says.
 */
export function keepingAnswers(
  written: readonly ReasonedGround[],
  present: readonly ReasonedGround[],
): ReasonedGround[] {
  return written.map((ground) => {
    const earlier = present.find(({ code }) => code === ground.code);
    return { ...(earlier ? builtFrom(earlier, ground.explanation) : {}), ...ground };
  });
}

/** The grounds with the reasons of one of them put in place of what stood there. */
export const withReasons = (grounds: readonly ReasonedGround[], reasons: ReasonedGround): ReasonedGround[] =>
  grounds.map((ground) =>
    ground.code === reasons.code ? { ...(ground.items ? { items: ground.items } : {}), ...reasons } : ground,
  );

/** The most characters the reasons of one ground may have; whoever decides reads no more. */
export const LONGEST_EXPLANATION = 10_000;

/**
 * The grounds with the reasons of one in a person's own words: no longer built, though what was answered stays. What was
 * built in a second language goes, as it may say what they struck; theirs takes its place where they wrote one.
 */
export function rewordedIn(
  grounds: readonly ReasonedGround[],
  code: string,
  text: string,
  second: Omit<SecondText, 'version'> | null = null,
): ReasonedGround[] {
  if (!grounds.some((ground) => ground.code === code)) throw new RuleViolation('ground.not-in-notice', { code });
  assertNotTooLong(text);
  assertNotTooLong(second?.explanation ?? '');
  return grounds.map((ground) => {
    const { template: _built, second: _other, ...kept } = ground;
    return ground.code === code ? { ...kept, explanation: text, ...(second ? { second } : {}) } : ground;
  });
}

/** Refuses `ground.explanation-too-long`. */
export function assertNotTooLong(explanation: string): void {
  const n = explanation.length;
  if (n > LONGEST_EXPLANATION) {
    throw new RuleViolation('ground.explanation-too-long', { length: n, most: LONGEST_EXPLANATION });
  }
}

/** Whether a person wrote the reasons themselves, or changed what was built. */
export const isByHand = ({ explanation, template }: ReasonedGround): boolean =>
  explanation.trim() !== '' && template === undefined;

function builtFrom({ answers, template, items, second, explanation }: ReasonedGround, written: string) {
  const same = written === explanation;
  return {
    ...(items ? { items } : {}),
    ...(answers ? { answers } : {}),
    ...(template && same ? { template } : {}),
    ...(second && same ? { second } : {}),
  };
}
