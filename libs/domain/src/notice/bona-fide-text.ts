import { RuleViolation } from '../rule-violation.js';
import type { LetterLanguage } from './codes.js';

/** A named person's confirmation of good faith (Art. 16(2)(d)): who, when (ISO 8601) and which text. */
export interface BonaFide {
  readonly by: string;
  readonly at: string;
  readonly textVersion: string;
}

/** Every text by which anybody ever confirmed good faith (Art. 16(2)(d) DSA); a text in use is never altered, only followed by a new version. */
const TEXTS: Readonly<Record<string, Readonly<Record<LetterLanguage, string>>>> = {
  '2026-1': {
    nl: 'Wij bevestigen te goeder trouw van mening te zijn dat de informatie en de beweringen in deze melding juist en volledig zijn.',
    en: 'We confirm our bona fide belief that the information and allegations contained in this notice are accurate and complete.',
  },
};

/** The version a person confirms today. */
export const BONA_FIDE_TEXT_VERSION = '2026-1';

/** Whether a version names a text that exists. */
export const isBonaFideText = (version: string): boolean => Object.hasOwn(TEXTS, version);

/** The statement of good faith in a language; refuses a version that never existed. */
export function bonaFideText(version: string, language: LetterLanguage): string {
  const text = TEXTS[version];
  if (!text || !isBonaFideText(version)) throw new RuleViolation('notice.bona-fide-text-unknown', { version });
  return text[language];
}
