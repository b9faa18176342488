import type { LetterLanguage } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';
import type { LegalGround } from './legal-ground.js';

/** One of the answers a question offers, as it is asked and as it stands in the explanation. */
export interface AnswerOption {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}

/** A question whose answer substantiates one element of a provision; `text` is answered in words, `choice` by a code. */
export interface ElementQuestion {
  readonly code: string;
  readonly kind: 'text' | 'choice';
  readonly nl: string;
  readonly en: string;
  readonly hintNl: string;
  readonly hintEn: string;
  readonly options: readonly AnswerOption[];
}

/** Answers by the code of their question: words, or the code of an option. */
export type Answers = Readonly<Record<string, string>>;

/** The most questions a ground may ask; forms number their fields. */
export const MOST_QUESTIONS = 10;

/** The most an answer in words may hold, in characters. */
export const LONGEST_ANSWER = 2000;

/** A question in the language of whoever answers it; `options` is empty where words are asked for. */
export interface AskedQuestion {
  readonly code: string;
  readonly kind: ElementQuestion['kind'];
  readonly text: string;
  readonly hint: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** What has to be answered so that a notice says why this ground applies. */
export function questionsOf(ground: Pick<LegalGround, 'questions'>, language: LetterLanguage): AskedQuestion[] {
  return ground.questions.map((question) => ({
    code: question.code,
    kind: question.kind,
    text: question[language],
    hint: language === 'nl' ? question.hintNl : question.hintEn,
    options: question.options.map((option) => ({ value: option.code, text: option[language] })),
  }));
}

/** The answers given to questions of this ground, trimmed, without those left open; refuses what no question takes. */
export function answersTo(ground: Pick<LegalGround, 'questions'>, given: Answers): Answers {
  const taken: Record<string, string> = {};
  for (const question of ground.questions) {
    const answer = (Object.hasOwn(given, question.code) ? given[question.code] : undefined)?.trim() ?? '';
    if (answer === '') continue;
    if (answer.length > LONGEST_ANSWER) throw new RuleViolation('ground.answer-too-long', { maximum: LONGEST_ANSWER });
    if (question.kind === 'choice' && !question.options.some(({ code }) => code === answer)) {
      throw new RuleViolation('ground.answer-not-offered', { question: question.code });
    }
    taken[question.code] = answer;
  }
  return taken;
}
