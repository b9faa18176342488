import type { LetterLanguage } from '../notice/codes.js';
import type { Answers, ElementQuestion } from './element-question.js';
import type { LegalGround } from './legal-ground.js';

/** Fields every template may name beside the questions of its ground. */
export const FIXED_FIELDS = ['law', 'article', 'title'] as const;

/** A field is a name in single braces; `{{so}}` is not one and stays as it is. */
const FIELD = /(?<!\{)\{([a-z][a-z0-9-]*)\}(?!\})/g;

/** What stands for an open question beside an answered one. */
const OPEN = '…';

/** The fields a template of this ground may name. */
export const fieldsOf = (ground: Pick<LegalGround, 'questions'>): readonly string[] => [
  ...FIXED_FIELDS,
  ...ground.questions.map(({ code }) => code),
];

/**
 * Why a provision's elements are met (Art. 16(2)(a) DSA), from the answers to its questions. Of the template nothing but
 * known fields is understood; everything else, and all of an answer, is printed as it was typed. A line whose questions
 * are all open is left out.
 */
export function explain(ground: LegalGround, answers: Answers, language: LetterLanguage, template: string): string {
  const words = new Map<string, string>(Object.entries(fixedFields(ground, language)));
  for (const question of ground.questions) {
    const answer = wordsOf(question, answers, language);
    if (answer !== null) words.set(question.code, answer);
  }
  const asked = new Set(ground.questions.map(({ code }) => code));
  const lines = template.split(/\r\n|\r|\n/).filter((line) => isSaid(line, asked, words));
  return lines
    .map((line) => fill(line, asked, words))
    .join('\n')
    .trim();
}

/** Names in braces that no template of this ground knows; they would stand in the letter as typed. */
export function unknownFields(ground: Pick<LegalGround, 'questions'>, template: string): string[] {
  const known = fieldsOf(ground);
  const named = [...template.matchAll(FIELD)].map(([, name]) => name!);
  return [...new Set(named)].filter((name) => !known.includes(name));
}

/** A text in which each question is answered by itself, to show what a template makes of answers. */
export function explainedByQuestions(ground: LegalGround, language: LetterLanguage, template: string): string {
  const first = (question: ElementQuestion): string =>
    question.kind === 'choice' ? (question.options[0]?.code ?? '') : `[${question[language]}]`;
  const answers = Object.fromEntries(ground.questions.map((question) => [question.code, first(question)]));
  return explain(ground, answers, language, template);
}

function isSaid(line: string, asked: ReadonlySet<string>, words: ReadonlyMap<string, string>): boolean {
  const questions = [...line.matchAll(FIELD)].map(([, name]) => name!).filter((name) => asked.has(name));
  return questions.length === 0 || questions.some((name) => words.has(name));
}

/** One pass: what an answer holds is never looked at again. */
const fill = (line: string, asked: ReadonlySet<string>, words: ReadonlyMap<string, string>): string =>
  line.replace(FIELD, (field, name: string) => words.get(name) ?? (asked.has(name) ? OPEN : field));

function wordsOf(question: ElementQuestion, answers: Answers, language: LetterLanguage): string | null {
  const answer = (Object.hasOwn(answers, question.code) ? answers[question.code]! : '').trim();
  if (answer === '') return null;
  if (question.kind === 'text') return answer;
  return question.options.find(({ code }) => code === answer)?.[language] ?? null;
}

const fixedFields = (ground: LegalGround, language: LetterLanguage): Record<(typeof FIXED_FIELDS)[number], string> => ({
  law: language === 'nl' ? ground.lawNl : ground.lawEn,
  article: ground.article,
  title: language === 'nl' ? ground.titleNl : ground.titleEn,
});
