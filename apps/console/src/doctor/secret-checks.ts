import { statSync } from 'node:fs';
import { join } from 'node:path';
import { keyRingOf } from '#adapters/access/hkdf-key-ring.js';
import { addressFor, type DeskLogin } from '#adapters/postgres/desk-logins.js';
import { standingOf, type Standing } from '#adapters/postgres/login-facts.js';
import { Installation } from '#application/access/installation.js';
import { addressOf } from '../database.js';
import type { Desk } from '../desk.js';
import { fail, ok, warn, type Found } from './finding.js';

const kindOf = async (desk: Desk) => (await desk.get(Installation)).kind();

/** The master key: given, or on a practice desk its own, for its owner only. */
export async function keyCheck(desk: Desk): Promise<Found> {
  const { settings } = desk;
  const kind = await kindOf(desk);
  keyRingOf({ ...settings, kind }).derive('start'); // a live desk without one says here what to do
  if (settings.key !== undefined) return ok('given in SEINPOST_KEY');
  const file = join(settings.var, 'key');
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return ok(`the practice desk's own, in ${file}`);
  return warn(`${file} may be read by others on this machine (mode 0${mode.toString(8)})`, `chmod 0600 ${file}`);
}

/** Passwords and files that somebody could come by too easily; the secrets themselves are never shown. */
export async function secretsCheck(desk: Desk): Promise<Found> {
  const { doubts } = desk.settings;
  if (doubts.length === 0) return ok('none that others could easily come by');
  const [details, remedies] = [0, 1].map((at) => doubts.map(({ says }) => says.split('; ')[at]).join('; '));
  const refused = (await kindOf(desk)) === 'live' && doubts.some(({ grave }) => grave);
  return (refused ? fail : warn)(details ?? '', remedies ?? '');
}

/** Whether web and worker meet the database under roles of their own, which may do no more than they need. */
export async function rolesCheck(desk: Desk): Promise<Found> {
  const { settings } = desk;
  await desk.dataSource();
  const owners = await addressOf(settings);
  const given = { web: settings.webDatabaseUrl, worker: settings.workerDatabaseUrl };
  const found: string[] = [];
  for (const role of ['web', 'worker'] as const) {
    const address = settings.databaseUrl === undefined ? addressFor(role, owners) : given[role];
    if (address === undefined) return warn(`the ${role} signs in as the owner of the tables`, REMEDY);
    const { login, standing } = await standingOf(address, role);
    if (standing !== 'as-meant') return fail(`the ${role} signs in as ${login}, who ${WRONG[standing]}`, remedy(role));
    found.push(`${role} as ${login}`);
  }
  return ok(found.join(', '));
}

const WRONG: Readonly<Record<Exclude<Standing, 'as-meant'>, string>> = {
  'too-much': 'may do more than it needs',
  'not-a-member': 'has none of its rights',
};

const REMEDY =
  'make the roles that "seinpost database roles" prints, and set SEINPOST_WEB_DATABASE_URL and ' +
  'SEINPOST_WORKER_DATABASE_URL';

const remedy = (role: DeskLogin): string =>
  `let ${NAMES[role]} name an account that owns nothing and is a member of seinpost_${role}`;

const NAMES = { web: 'SEINPOST_WEB_DATABASE_URL', worker: 'SEINPOST_WORKER_DATABASE_URL' } as const;
