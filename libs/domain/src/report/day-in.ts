import { DateTime } from 'luxon';

/** The calendar day `YYYY-MM-DD` of an instant (ISO 8601) in a zone. */
export function dayIn(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd');
}
