import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages a dossier is written in. */
export const REPORT_LANGUAGES = ['nl', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** What codes are called in one language; `templates/reports/words.<language>.json`. */
export class ReportWords {
  private constructor(
    readonly language: ReportLanguage,
    private readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
  ) {}

  /** `folder` is `templates/reports`. */
  static read(folder: string, language: ReportLanguage): ReportWords {
    const text = readFileSync(join(folder, `words.${language}.json`), 'utf8');
    return new ReportWords(language, JSON.parse(text) as ReportWords['words']);
  }

  /** The word for a code; a code without one is an error, never a gap in what the regulator reads. */
  of(group: string, code: string): string {
    const words = this.words[group];
    const word = typeof words === 'object' && Object.hasOwn(words, code) ? words[code] : undefined;
    if (word === undefined) throw new Error(`no word for "${group}.${code}" in ${this.language}`);
    return word;
  }

  /** A word that stands by itself. */
  say(key: string): string {
    const word = this.words[key];
    if (typeof word !== 'string') throw new Error(`no word for "${key}" in ${this.language}`);
    return word;
  }
}
