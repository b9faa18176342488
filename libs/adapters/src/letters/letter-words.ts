import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LETTER_LANGUAGES, type ContentType, type LetterLanguage } from '#domain/notice/codes.js';
import type { SharedField } from '#domain/notice/notice-answers.js';

/** Words that letters in one language need outside their templates. */
export interface LetterWords {
  readonly subject: { readonly notice: Readonly<Record<string, string>>; readonly withdrawal: string };
  readonly contentType: Readonly<Record<ContentType, string>>;
  readonly article: string;
  readonly shared: Readonly<Record<SharedField, string>>;
}

/** Reads `words.<language>.json` beside the letters. */
export function readLetterWords(letters: string): Readonly<Record<LetterLanguage, LetterWords>> {
  const words = LETTER_LANGUAGES.map((language) => [language, read(join(letters, `words.${language}.json`))] as const);
  return Object.fromEntries(words) as Record<LetterLanguage, LetterWords>;
}

const read = (file: string): LetterWords => JSON.parse(readFileSync(file, 'utf8')) as LetterWords;
