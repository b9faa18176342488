import { ROLES, type Role } from '#domain/access/role.js';
import { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Books } from '../books.js';
import type { Identities } from '../identities.js';
import type { Installation } from './installation.js';
import type { PasswordHasher } from './password-hasher.js';
import type { Users } from './users.js';

/** An account to practise with, as `var/run.json` prints it. */
export interface PracticeAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** The same on every practice desk and worthless anywhere else. */
const PASSWORD = 'oefenen-met-seinpost';
const NAMES: Readonly<Record<Role, string>> = {
  caseworker: 'Oefenmedewerker',
  reviewer: 'Oefenbeoordelaar',
  supervisor: 'Oefenteamleider',
  auditor: 'Oefencontroleur',
  administrator: 'Oefenbeheerder',
};

/** One account for each role. */
export const PRACTICE_ACCOUNTS: readonly PracticeAccount[] = ROLES.map((role) => ({
  email: `${NAMES[role].toLowerCase()}@seinpost.test`,
  password: PASSWORD,
  role,
}));

/** Adds the practice accounts that are missing; refuses on a live desk. Returns all of them. */
export async function seedPracticeUsers(desk: {
  installation: Installation;
  users: Users;
  books: Books;
  identities: Identities;
  hasher: PasswordHasher;
}): Promise<readonly PracticeAccount[]> {
  if ((await desk.installation.kind()) !== 'practice') throw new RuleViolation('installation.not-practice');
  const by = system('seed-practice');
  for (const account of PRACTICE_ACCOUNTS) {
    if (await desk.users.byEmail(account.email)) continue;
    const { user, event } = User.add({ ...account, id: desk.identities.id(), name: NAMES[account.role] });
    const chosen = user.choosePassword(await desk.hasher.hash(account.password));
    await desk.books.together(by, ({ users }) => users.add(user, [event, chosen]));
  }
  return PRACTICE_ACCOUNTS;
}
