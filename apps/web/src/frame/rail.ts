import type { SignedIn } from '#application/access/sessions.js';
import { CONTENT_ROLES } from '#domain/access/role.js';

/** Places of the side rail in their order; `key` names their words (`rail.<key>`) and their count. */
export const RAIL = [
  { key: 'work', href: '/work' },
  { key: 'inbox', href: '/inbox' },
  { key: 'cases', href: '/cases' },
  { key: 'follow-up', href: '/follow-up' },
  { key: 'dossiers', href: '/dossiers' },
  { key: 'platforms', href: '/platforms' },
] as const;
export type RailKey = (typeof RAIL)[number]['key'];

/** One place as the rail shows it; `count` is null where nothing waits. */
export interface RailPlace {
  readonly key: RailKey;
  readonly href: string;
  readonly count: number | null;
  readonly current: boolean;
}

/** The rail for a person who stands at a path; somebody who may not read content sees no places that hold it. */
export function railFor(person: SignedIn, path: string, counts: Partial<Record<RailKey, number>>): RailPlace[] {
  const places = CONTENT_ROLES.includes(person.role) ? RAIL : RAIL.filter((place) => place.key === 'platforms');
  return places.map(({ key, href }) => ({
    key,
    href,
    count: counts[key] || null,
    current: path === href || path.startsWith(`${href}/`),
  }));
}
