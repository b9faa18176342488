import { DateTime } from 'luxon';
import { RuleViolation } from '#domain/rule-violation.js';

/**
 * What was typed as a moment in a zone, or null where nothing was; refuses a day that does not exist. A field knows no
 * seconds: typed as it showed a known moment, it is that moment, or what corrects it would count as earlier.
 */
export function momentOf(typed: string | undefined, zone: string, known: Date | null): Date | null {
  if (!typed) return null;
  if (known !== null && typed === momentField(known, zone)) return known;
  const moment = DateTime.fromISO(typed.replace(' ', 'T'), { zone });
  if (!moment.isValid) throw new RuleViolation('outcome.no-such-moment', { typed });
  return moment.toJSDate();
}

/** A moment as a field of a browser takes it, in a zone. */
export const momentField = (moment: Date, zone: string): string =>
  DateTime.fromJSDate(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
