import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LETTER_LANGUAGES, type ContentType, type LetterLanguage } from '#domain/notice/codes.js';

/** The names of laws in the languages of letters, by the abbreviation grounds use. */
type LawNames = Readonly<Record<string, Readonly<Record<LetterLanguage, string>>>>;

/** Words that letters in one language need outside their templates. */
export interface LetterWords {
  readonly subject: { readonly notice: Readonly<Record<string, string>>; readonly withdrawal: string };
  readonly contentType: Readonly<Record<ContentType, string>>;
  readonly article: string;
  readonly laws: LawNames;
}

/** Reads `words.<language>.json` beside the letters, and the names of laws of a country's data pack. */
export function readLetterWords(letters: string, countryPack: string): Readonly<Record<LetterLanguage, LetterWords>> {
  const laws = read<LawNames>(join(countryPack, 'laws.json'));
  const words = LETTER_LANGUAGES.map((language) => {
    const own = read<Omit<LetterWords, 'laws'>>(join(letters, `words.${language}.json`));
    return [language, { ...own, laws }] as const;
  });
  return Object.fromEntries(words) as Record<LetterLanguage, LetterWords>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
