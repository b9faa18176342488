import type { AnswerKind } from '../scripts/answer-kind.js';
import { pick, type Dice } from '../seeded.js';
import { DECISIONS_EN } from './decisions-en.js';
import { DECISIONS_NL } from './decisions-nl.js';
import { NOTES_EN } from './notes-en.js';
import { NOTES_NL } from './notes-nl.js';
import type { Words } from './variant.js';

const WORDS: Readonly<Record<'nl' | 'en', Words>> = {
  nl: { ...DECISIONS_NL, ...NOTES_NL },
  en: { ...DECISIONS_EN, ...NOTES_EN },
};

/** Chooses a variant by the dice and fills in its places. */
export function say(
  kind: AnswerKind,
  language: 'nl' | 'en',
  roll: Dice,
  places: Readonly<Record<string, string>>,
): { subject: string; paragraphs: string[] } {
  const [subject, ...paragraphs] = pick(roll, WORDS[language][kind] ?? []);
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '');
  return { subject: filled(subject), paragraphs: paragraphs.map(filled) };
}

/** How many ways there are to say it. */
export function variantsOf(kind: AnswerKind, language: 'nl' | 'en'): number {
  return WORDS[language][kind]?.length ?? 0;
}
