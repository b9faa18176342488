import { isDay } from '../instant.js';

/** The files of a country's data pack. */
export type PackFile = 'pack' | 'laws' | 'grounds' | 'explanations';

/** One thing that is wrong in a pack: where it stands (file, and the path of keys in it), what, and the word found there. */
export interface PackFault {
  readonly file: PackFile;
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly value: string;
}

export const pack = (file: PackFile, path: readonly (string | number)[], code: string, value: unknown): PackFault => ({
  ...{ file, path, code },
  value: typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value),
});

/** A text that must be there, in its language where its name ends in one. */
export function textFault(file: PackFile, path: readonly (string | number)[], text: unknown): PackFault[] {
  if (typeof text === 'string' && text.trim() !== '') return [];
  const isLanguage = /(nl|en)$/i.test(String(path.at(-1)));
  return [pack(file, path, isLanguage ? 'language-missing' : 'text-missing', text)];
}

/** A word of a fixed list. */
export function wordFault(
  ...[file, path, word, list, code]: [PackFile, readonly (string | number)[], unknown, readonly string[], string]
): PackFault[] {
  return list.includes(word as string) ? [] : [pack(file, path, code, word)];
}

/** A day of the calendar as ISO writes it, or none. */
export function dayFault(path: readonly (string | number)[], day: unknown): PackFault[] {
  if (day === null) return [];
  const fine = typeof day === 'string' && isDay(day);
  return fine ? [] : [pack('grounds', path, 'bad-date', day)];
}

/** Codes that stand twice in a list; the second place is named. */
export function twiceFaults(
  ...[file, path, codes, field]: [PackFile, readonly (string | number)[], readonly string[], string]
): PackFault[] {
  return codes.flatMap((code, at) =>
    codes.indexOf(code) === at ? [] : [pack(file, [...path, at, field], 'duplicate-code', code)],
  );
}
