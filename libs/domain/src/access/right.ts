import { ROLES, type Role } from './role.js';

const CONTENT: readonly Role[] = ['caseworker', 'reviewer', 'supervisor', 'auditor'];
const WORKING: readonly Role[] = ['caseworker', 'supervisor'];
const ALL: readonly Role[] = ROLES;

/**
 * Every right with the roles that hold it (reliability C3): the one table of who may do what. Within a role, the reach of
 * `policy.ts` still says to which cases; a right that is about no case says it all here.
 */
export const RIGHTS = Object.freeze({
  /** Knowing that a case exists: its reference, line, state, dates and who may see it. */
  'case.know': CONTENT,
  'case.read': CONTENT,
  /** Opening a sealed case by saying why. */
  'case.open': ['caseworker', 'reviewer', 'supervisor'],
  /** Opening and closing cases, describing notices, recording outcomes. */
  'case.write': WORKING,
  /** Who may see a case: restricting it, naming people. */
  'case.access': WORKING,
  /** Sealing a case, and showing it to more people again. */
  'case.seal': ['supervisor'],
  /** Giving a team a view of its cases. */
  'views.share': ['supervisor'],
  /** How much work each person of a team has. */
  'team.read': ['supervisor'],
  'notice.read': CONTENT,
  'notice.send': WORKING,
  'notice.approve': ['reviewer', 'supervisor'],
  /** Captures and mail as it came: whoever only checks our work need not see what we saw. */
  'evidence.view': ['caseworker', 'reviewer', 'supervisor'],
  'message.read': CONTENT,
  'message.write': WORKING,
  'statistics.read': CONTENT,
  'dossier.read': ['reviewer', 'supervisor', 'auditor'],
  'dossier.make': ['supervisor'],
  'register.read': ALL,
  /** Adding a site that is not there yet, and saying that a channel was seen to work. */
  'register.add': WORKING,
  'register.write': ['supervisor'],
  'audit.read': ['supervisor', 'auditor'],
  'users.manage': ['administrator'],
  'settings.read': ['supervisor', 'auditor', 'administrator'],
  'settings.content': ['supervisor'],
  'settings.technical': ['administrator'],
  'system.read': ['supervisor', 'auditor', 'administrator'],
  'account.own': ALL,
  'tokens.own': ALL,
}) satisfies Readonly<Record<string, readonly Role[]>>;
export type Right = keyof typeof RIGHTS;

/** Whether a role holds a right at all. */
export const holds = (role: Role, right: Right): boolean => (RIGHTS[right] as readonly Role[]).includes(role);
