import { CONFIDENCES } from '../provider/platform.js';
import type { PackExplanation, PackFiles } from './country-pack.js';
import { MOST_QUESTIONS, type ElementQuestion } from './element-question.js';
import { unknownFields } from './explanation.js';
import { pack, textFault, twiceFaults, wordFault, type PackFault } from './pack-fault.js';

/** The fewest questions whose answers can say why a provision's elements are met. */
export const FEWEST_QUESTIONS = 3;

/** What is wrong with a pack's questions and templates, and which grounds have none. */
export function explanationFaults({ grounds, explanations: { questions, explanations } }: PackFiles): PackFault[] {
  const explained = explanations.map(({ ground }) => ground);
  const bare = grounds.flatMap(({ code }, at) =>
    explained.includes(code) ? [] : [pack('grounds', [at, 'code'], 'explanation-missing', code)],
  );
  const codes = grounds.map(({ code }) => code);
  return [
    ...bare,
    ...questions.flatMap(questionFaults),
    ...twiceFaults('explanations', ['questions'], questions.map(({ code }) => code), 'code'), // prettier-ignore
    ...explanations.flatMap((one, at) => templateFaults(one, at, { codes, questions })),
    ...twiceFaults('explanations', ['explanations'], explained, 'ground'),
  ];
}

function questionFaults(question: ElementQuestion, at: number): PackFault[] {
  const path = ['questions', at] as const;
  const { kind, options, hintNl, hintEn } = question;
  const hints = hintNl === '' && hintEn === '' ? [] : ['hintNl' as const, 'hintEn' as const];
  const fits = kind === 'choice' ? options.length > 1 : options.length === 0;
  return [
    ...(/^[a-z][a-z0-9-]*$/.test(question.code)
      ? []
      : [pack('explanations', [...path, 'code'], 'bad-code', question.code)]),
    ...wordFault('explanations', [...path, 'kind'], kind, ['text', 'choice'], 'unknown-kind'),
    ...(['nl', 'en', ...hints] as const).flatMap((name) => textFault('explanations', [...path, name], question[name])),
    ...(fits ? [] : [pack('explanations', [...path, 'options'], 'options-do-not-fit', kind)]),
    ...options.flatMap((option, n) =>
      (['code', 'nl', 'en'] as const).flatMap((name) =>
        textFault('explanations', [...path, 'options', n, name], option[name]),
      ),
    ),
  ];
}

interface Known {
  readonly codes: readonly string[];
  readonly questions: readonly ElementQuestion[];
}

function templateFaults(explanation: PackExplanation, at: number, { codes, questions }: Known): PackFault[] {
  const path = ['explanations', at] as const;
  const { ground, questions: asked } = explanation;
  const few = asked.length < FEWEST_QUESTIONS;
  const count = few ? 'too-few-questions' : 'too-many-questions';
  const unknown = asked.filter((code) => !questions.some((question) => question.code === code));
  return [
    ...(codes.includes(ground) ? [] : [pack('explanations', [...path, 'ground'], 'unknown-ground', ground)]),
    ...unknown.map((code) =>
      pack('explanations', [...path, 'questions', asked.indexOf(code)], 'unknown-question', code),
    ),
    ...(few || asked.length > MOST_QUESTIONS ? [pack('explanations', [...path, 'questions'], count, ground)] : []),
    ...wordFault('explanations', [...path, 'confidence'], explanation.confidence, CONFIDENCES, 'unknown-confidence'),
    ...textFault('explanations', [...path, 'source'], explanation.source),
    ...(['nl', 'en'] as const).flatMap((language) =>
      linesFaults(explanation, language, [...path, language], questions),
    ),
  ];
}

function linesFaults(
  ...[explanation, language, path, questions]: [
    PackExplanation,
    'nl' | 'en',
    readonly (string | number)[],
    readonly ElementQuestion[],
  ]
): PackFault[] {
  const text = (explanation[language] ?? []).join('\n');
  if (text.trim() === '') return [pack('explanations', path, 'language-missing', '')];
  const known = { questions: questions.filter(({ code }) => explanation.questions.includes(code)) };
  const strange = unknownFields(known, text);
  const silent = known.questions.filter(({ code }) => !text.includes(`{${code}}`));
  return [
    ...strange.map((name) => pack('explanations', path, 'unknown-field', name)),
    ...silent.map(({ code }) => pack('explanations', path, 'question-without-place', code)),
  ];
}
