import type { Right } from './right.js';

/**
 * What a token may be used for, each with the rights it lends. A token never lends what its person lacks, and none lends
 * sending, approving or saying what an answer means: those take a person who looks (design.md §3, promise 9).
 */
const RIGHTS = {
  'cases:read': ['case.read', 'notice.read', 'message.read'],
  'cases:write': ['case.write'],
  'figures:read': ['statistics.read'],
  'register:read': ['register.read'],
  'audit:read': ['audit.read'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;

export type Scope = keyof typeof RIGHTS;
export const SCOPES = Object.keys(RIGHTS) as readonly Scope[];

/** Whether a word names a scope. */
export const isScope = (word: string): word is Scope => Object.hasOwn(RIGHTS, word);

/** Whether scopes lend a right; whose token it is, every token tells. */
export const lends = (scopes: readonly Scope[], right: Right): boolean =>
  right === 'account.own' || scopes.some((scope) => (RIGHTS[scope] as readonly Right[]).includes(right));
