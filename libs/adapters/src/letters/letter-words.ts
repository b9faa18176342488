import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MandateKind } from '#domain/case/case-file.js';
import type { SheetWay } from '#domain/correspondence/form-sheet.js';
import { LETTER_LANGUAGES, type ContentType, type LetterLanguage } from '#domain/notice/codes.js';
import type { Manipulation, Measure } from '#domain/notice/codes.js';
import type { FormField } from '#domain/provider/platform.js';
import type { SharedField } from '#domain/notice/notice-answers.js';

/** Words that letters in one language need outside their templates. */
export interface LetterWords {
  readonly subject: { readonly notice: Readonly<Record<string, string>>; readonly withdrawal: string };
  readonly contentType: Readonly<Record<ContentType, string>>;
  readonly article: string;
  /** On whose behalf, in the middle of a sentence. */
  readonly mandate: Readonly<Record<Exclude<MandateKind, 'none'>, string>>;
  /** That the same stands below in this language. */
  readonly below: string;
  readonly shared: Readonly<Record<SharedField, string>>;
  /** Above what a person reads of that for which the channel has no room. */
  readonly leftOut: string;
  readonly report: ReportWords;
  /** What people read of each of Bluesky's reasons, by its code without what stands before it. */
  readonly blueskyReasons: Readonly<Record<string, string>>;
  readonly sheet: SheetWords;
}

/** Words of the sheet of a form. */
interface SheetWords {
  readonly title: string;
  readonly fields: Readonly<Record<FormField, string>>;
  /** What to do with a field for which there is no text. */
  readonly ways: Readonly<Record<SheetWay, string>>;
  readonly languages: Readonly<Record<LetterLanguage, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  /** Empty for imagery of which there is nothing to say. */
  readonly manipulated: Readonly<Record<Manipulation, string>>;
  readonly says: Readonly<Record<SheetSaying, string>>;
}

/** Words of a report to an interface, where every sign counts. */
interface ReportWords {
  readonly says: Readonly<Record<ReportSaying, string>>;
  /** Empty where nothing in particular is asked. */
  readonly measures: Readonly<Record<Measure, string>>;
}

type ReportSaying =
  ('flagger' | 'ordinary' | 'danger' | 'places' | 'place' | 'locator') | ('posted' | 'earlier' | 'mandate');

type SheetSaying =
  | ('reporter' | 'reporterFlagger' | 'designation' | 'role' | 'onBehalf' | 'mandate' | 'address' | 'addresses')
  | ('danger' | 'priority' | 'reference' | 'earlier' | 'posted');

/** Reads `words.<language>.json` beside the letters. */
export function readLetterWords(letters: string): Readonly<Record<LetterLanguage, LetterWords>> {
  const words = LETTER_LANGUAGES.map((language) => [language, read(join(letters, `words.${language}.json`))] as const);
  return Object.fromEntries(words) as Record<LetterLanguage, LetterWords>;
}

const read = (file: string): LetterWords => JSON.parse(readFileSync(file, 'utf8')) as LetterWords;
