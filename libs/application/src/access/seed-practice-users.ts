import { ROLES, type Role } from '#domain/access/role.js';
import { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Books } from '../books.js';
import type { Identities } from '../identities.js';
import type { Installation } from './installation.js';
import type { PasswordHasher } from './password-hasher.js';
import type { SecondFactors } from './second-factors.js';
import type { TotpSecrets } from './totp-secrets.js';
import type { Users } from './users.js';

/** An account to practise with, as `var/run.json` prints it. */
export interface PracticeAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** The same on every practice desk and worthless anywhere else. */
const PASSWORD = 'oefenen-met-seinpost';
/** The authenticator secret of every practice account, in base32; `seinpost practice code` prints its codes. */
export const PRACTICE_TOTP_SECRET = 'SEINPOSTOEFENENMETSEINPOSTOEFENE';
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

/** What the practice accounts are made with. */
export interface PracticeDesk {
  readonly installation: Installation;
  readonly users: Users;
  readonly books: Books;
  readonly identities: Identities;
  readonly hasher: PasswordHasher;
  readonly factors: SecondFactors;
  readonly totpSecrets: TotpSecrets;
}

/** Adds the practice accounts that are missing; refuses on a live desk. Returns all of them. */
export async function seedPracticeUsers(desk: PracticeDesk): Promise<readonly PracticeAccount[]> {
  if ((await desk.installation.kind()) !== 'practice') throw new RuleViolation('installation.not-practice');
  for (const account of PRACTICE_ACCOUNTS) {
    const found = await desk.users.byEmail(account.email);
    await equip(desk, found?.id ?? (await add(desk, account)));
  }
  return PRACTICE_ACCOUNTS;
}

async function add(desk: PracticeDesk, account: PracticeAccount): Promise<string> {
  const { user, event } = User.add({ ...account, id: desk.identities.id(), name: NAMES[account.role] });
  const chosen = user.choosePassword(await desk.hasher.hash(account.password));
  await desk.books.together(system('seed-practice'), ({ users }) => users.add(user, [event, chosen]));
  return user.id;
}

/** An account that already has something for the second step keeps it. */
async function equip(desk: PracticeDesk, userId: string): Promise<void> {
  const { passkeys, totp } = await desk.factors.of(userId);
  if (totp || passkeys > 0) return;
  await desk.totpSecrets.propose(userId, PRACTICE_TOTP_SECRET);
  await desk.books.together(system('seed-practice'), ({ waysIn }) => waysIn.appSteps.takeUp(userId, 0));
}
