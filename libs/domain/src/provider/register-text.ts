import { DESK_LANGUAGES, type DeskLanguage } from '../access/preference.js';

/** A text of the register in the languages of the desk; empty in a language in which nobody wrote it. */
export type RegisterText = Readonly<Record<DeskLanguage, string>>;

export const NO_TEXT: RegisterText = { nl: '', en: '' };

/** A text as a page shows it; `lang` is the language it is in where that is not the reader's, else null. */
export interface TextRead {
  readonly text: string;
  readonly lang: DeskLanguage | null;
}

/** The text in the language of who reads it, else in the other one and saying so; null where nobody wrote any. */
export function readIn(given: RegisterText, language: DeskLanguage): TextRead | null {
  if (given[language] !== '') return { text: given[language], lang: null };
  const other = DESK_LANGUAGES.find((one) => given[one] !== '');
  return other === undefined ? null : { text: given[other], lang: other };
}

/** What is shown of the texts of something; each of `names` is such a text of it. */
export const readAll = <T extends object, K extends keyof T>(
  thing: T,
  names: readonly K[],
  language: DeskLanguage,
) => ({
  ...thing,
  ...(Object.fromEntries(names.map((name) => [name, readIn(thing[name] as RegisterText, language)])) as Record<
    K,
    TextRead | null
  >),
});
