import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '#domain/instant.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { PACKS } from './country-packs.js';

/** A day (ISO) on which people of a country do not work, as it is called there. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
}

/**
 * The holidays of a country's pack (ISO 3166 alpha-2, either case); none where it has no such file. Refuses `pack.faulty`,
 * naming each day that does not exist, has no name, or stands there twice.
 */
export function holidaysOf(country: string, root = PACKS): readonly Holiday[] {
  const file = join(root, country.toLowerCase(), 'holidays.json');
  if (!existsSync(file)) return [];
  const { days } = JSON.parse(readFileSync(file, 'utf8')) as { readonly days: readonly Holiday[] };
  const isWrong = ({ day, name }: Holiday, at: number) =>
    !isDay(day) || !name || days.findIndex((other) => other.day === day) !== at;
  const faults = days.filter(isWrong).map(({ day }) => `${country.toLowerCase()}/holidays.json: "${day}"`);
  if (faults.length > 0) throw new RuleViolation('pack.faulty', { country, faults });
  return days;
}
