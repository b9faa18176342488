import { DateTime } from 'luxon';
import { RuleViolation } from '#domain/rule-violation.js';

/** What was typed as a moment in a zone, or null where nothing was; refuses a day that does not exist. */
export function momentOf(typed: string | undefined, zone: string): Date | null {
  if (!typed) return null;
  const moment = DateTime.fromISO(typed.replace(' ', 'T'), { zone });
  if (!moment.isValid) throw new RuleViolation('outcome.no-such-moment', { typed });
  return moment.toJSDate();
}

/** A moment as a field of a browser takes it, in a zone. */
export const momentField = (moment: Date | string, zone: string): string =>
  DateTime.fromJSDate(new Date(moment), { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
