import type { SignedIn } from '#application/access/sessions.js';
import { holds, type Right } from '#domain/access/right.js';

/** Places of the side rail in their order; `key` names their words (`rail.<key>`) and their count, `right` who sees them. */
export const RAIL = [
  { key: 'work', href: '/work', right: 'case.read' },
  { key: 'team', href: '/team', right: 'team.read' },
  { key: 'inbox', href: '/inbox', right: 'message.read' },
  { key: 'approvals', href: '/approvals', right: 'notice.approve' },
  { key: 'cases', href: '/cases', right: 'case.read' },
  { key: 'follow-up', href: '/follow-up', right: 'statistics.read' },
  { key: 'dossiers', href: '/dossiers', right: 'dossier.read' },
  { key: 'grounds', href: '/grounds', right: 'register.read' },
  { key: 'platforms', href: '/platforms', right: 'register.read' },
  { key: 'audit', href: '/audit', right: 'audit.read' },
  { key: 'settings', href: '/settings', right: 'settings.read' },
  { key: 'system', href: '/system', right: 'system.read' },
  { key: 'users', href: '/users', right: 'users.manage' },
] as const satisfies readonly { key: string; href: string; right: Right }[];
export type RailKey = (typeof RAIL)[number]['key'];

/** The letter that leads to a place after `g`; the words of the rail are Dutch and English, the letters are one for both. */
export const GO: Readonly<Partial<Record<RailKey, string>>> = {
  ...{ work: 'h', inbox: 'i', approvals: 'a', cases: 'c', 'follow-up': 'f', dossiers: 'd', grounds: 'g' },
  ...{ platforms: 'p', audit: 'l', settings: 'e', system: 'y', users: 'u' },
};

/** One place as the rail shows it; `count` is null where nothing waits. */
export interface RailPlace {
  readonly key: RailKey;
  readonly href: string;
  readonly count: number | null;
  readonly current: boolean;
  /** The letter that leads there after `g`; null where none does. */
  readonly go: string | null;
  /** Saved views that stand under it. */
  readonly views: readonly RailView[];
}

/** A saved view in the rail, with how many cases it holds; `more` where counting ended before. */
export interface RailView {
  readonly name: string;
  readonly href: string;
  readonly count: number;
  readonly more: boolean;
  readonly current: boolean;
}

/** The rail for a person who stands at a path; nobody sees a place whose page they may not open. */
export function railFor(person: SignedIn, path: string, counts: Partial<Record<RailKey, number>>): RailPlace[] {
  return RAIL.filter(({ right }) => holds(person.role, right)).map(({ key, href }) => ({
    key,
    href,
    count: counts[key] || null,
    go: GO[key] ?? null,
    current: path === href || path.startsWith(`${href}/`),
    views: [],
  }));
}
