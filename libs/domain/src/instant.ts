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
