import { DateTime } from 'luxon';
import type { DeskLanguage } from '#domain/access/preference.js';

const LOCALES: Readonly<Record<DeskLanguage, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** How a moment may be written; times are 24-hour (ux.md A6). */
const MOMENTS: Readonly<Record<string, string>> = {
  long: 'd MMMM yyyy, HH:mm',
  short: 'd LLL yyyy HH:mm',
  day: 'd MMMM yyyy',
  'short-day': 'd LLL yyyy',
  clock: 'HH:mm',
  seconds: 'HH:mm:ss',
  zoned: 'd LLL yyyy HH:mm ZZZZ',
  exact: 'd LLL yyyy HH:mm:ss ZZZZ',
};

/** Writes a moment or a day (`YYYY-MM-DD`) for people, in their language and the desk's zone. */
export function writeMoment(value: unknown, form: string, language: DeskLanguage, zone: string): string {
  const pattern = MOMENTS[form];
  if (!pattern) throw new Error(`no way to write a moment called "${form}"`);
  return moment(value, zone)
    .setLocale(LOCALES[language])
    .toFormat(pattern)
    .replaceAll(/\.(?=\s)/g, '');
}

/** The same moment for machines: `2026-11-21T14:05:00+01:00`, a day as it is. */
export function machineMoment(value: unknown, zone: string): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return moment(value, zone).toISO({ suppressMilliseconds: true }) ?? '';
}

/** Writes a number with the separators of the language and a fixed count of decimals. */
export function writeNumber(value: unknown, decimals: number, language: DeskLanguage): string {
  if (typeof value !== 'number') throw new Error(`not a number: ${String(value)}`);
  return numberFormat(language, decimals).format(value);
}

const NUMBERS = new Map<string, Intl.NumberFormat>();

/** Made once for each language and count of decimals: making one takes a hundred times as long as writing a number. */
function numberFormat(language: DeskLanguage, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = NUMBERS.get(key) ?? new Intl.NumberFormat(LOCALES[language], digits);
  NUMBERS.set(key, format);
  return format;
}

function moment(value: unknown, zone: string): DateTime {
  const found =
    value instanceof Date ? DateTime.fromJSDate(value, { zone }) : DateTime.fromISO(String(value), { zone });
  if (!found.isValid) throw new Error(`not a moment: ${String(value)}`);
  return found;
}
