import { DateTime } from 'luxon';

/** Local hours in which the log is verified by itself, from and up to. */
const NIGHT = { from: 1, to: 5 };

/** Half a day, in milliseconds: what was done this night is not done again. */
const HALF_A_DAY_MS = 12 * 3_600_000;

/** Whether it is time for what happens once a night, in this zone. */
export function isNightlyDue(now: Date, lastAt: Date | null, zone: string): boolean {
  const { hour } = DateTime.fromJSDate(now, { zone });
  const isNight = hour >= NIGHT.from && hour < NIGHT.to;
  return isNight && (lastAt === null || now.getTime() - lastAt.getTime() > HALF_A_DAY_MS);
}
