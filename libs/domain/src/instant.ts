import { DateTime } from 'luxon';

const WITH_TIME_AND_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/i;

/** The moment an ISO 8601 text names, with its zone; null for anything else, such as a day alone or a time without zone. */
export function instant(text: string): Date | null {
  if (!WITH_TIME_AND_ZONE.test(text)) return null;
  const moment = DateTime.fromISO(text, { setZone: true });
  return moment.isValid ? moment.toJSDate() : null;
}

/** Whether a text is a calendar day `YYYY-MM-DD` that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/** The ISO day in what people write for one: `2026-11-21`, `21-11-2026`, `21/11/2026`, `21.11.2026`; null for anything else. */
export function writtenDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim()) ?? [];
  const iso = year === undefined ? text.trim() : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/** The first moment of a calendar day in a zone (an IANA name). */
export const startOfDay = (day: string, zone: string): Date =>
  DateTime.fromISO(day, { zone }).startOf('day').toJSDate();

/** The first moment after a calendar day in a zone. */
export const endOfDay = (day: string, zone: string): Date =>
  DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day').toJSDate();

/** The same local time n calendar days later, so that a night of 23 or 25 hours changes nothing. */
export const daysLater = (from: Date, days: number, zone: string): Date =>
  DateTime.fromJSDate(from, { zone }).plus({ days }).toJSDate();

/** The year of a moment in a zone. */
export const yearIn = (moment: Date, zone: string): number => DateTime.fromJSDate(moment, { zone }).year;

/** The day (ISO) a moment falls on there. */
export const dayIn = (moment: Date, zone: string): string => DateTime.fromJSDate(moment, { zone }).toISODate()!;

/** Units in which people say how long ago something was, with the days from which on. */
const AGES = [
  ['years', 365],
  ['months', 30],
  ['weeks', 7],
  ['days', 1],
] as const;

/** How long before `now` a moment was, in whole units; less than a day is today. */
export function howLongAgo(
  moment: Date,
  now: Date,
): { readonly unit: 'today' | (typeof AGES)[number][0]; readonly n: number } {
  const days = (now.getTime() - moment.getTime()) / 86_400_000;
  const age = AGES.find(([, from]) => days >= from);
  return age ? { unit: age[0], n: Math.floor(days / age[1]) } : { unit: 'today', n: 0 };
}
