import { DateTime } from 'luxon';

/** On which days an organisation works: not on Saturday and Sunday, and not on these days (ISO), by its zone. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
}

/** How long somebody still has: working days that are left, or calendar days too late; `today` is the last day. */
export type TimeLeft =
  | { readonly kind: 'left'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly days: number };

/** Beyond this many days nobody plans; what is further away is shown by its date all the same. */
const FURTHEST = 400;

/** Days are counted as people count them: by the day a moment falls on where they work, whatever the time. */
export function timeLeft(due: Date, now: Date, calendar: WorkingCalendar): TimeLeft {
  const dueDay = dayOf(due, calendar);
  const today = dayOf(now, calendar);
  if (due.getTime() <= now.getTime()) return { kind: 'late', days: Math.round(today.diff(dueDay, 'days').days) };
  if (dueDay.equals(today)) return { kind: 'today' };
  return { kind: 'left', days: workingDaysBetween(today, dueDay, calendar) };
}

/** The day a moment falls on, as that day in UTC: from there on days are counted without asking the zone about each. */
const dayOf = (at: Date, { zone }: WorkingCalendar): DateTime =>
  DateTime.fromJSDate(at, { zone }).setZone('utc', { keepLocalTime: true }).startOf('day');

/** Working days after `from` up to and with `until`. */
function workingDaysBetween(from: DateTime, until: DateTime, calendar: WorkingCalendar): number {
  let days = 0;
  let day = from.plus({ days: 1 });
  for (let step = 0; day <= until && step < FURTHEST; step += 1) {
    if (isWorkingDay(day, calendar)) days += 1;
    day = day.plus({ days: 1 });
  }
  return days;
}

const isWorkingDay = (day: DateTime, { holidays }: WorkingCalendar): boolean =>
  day.weekday < 6 && !holidays.has(day.toISODate()!);
