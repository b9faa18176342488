import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { answers, asking } from './embedded/connection.js';
import { GROUP_ROLES, type DeskRole } from './grants.js';

/** Who signs in to the embedded PostgreSQL besides its owner. */
export type DeskLogin = Exclude<DeskRole, 'capture'>;

const LOGINS: readonly DeskLogin[] = ['web', 'worker'];

/**
 * The address by which one process of the desk reaches the embedded PostgreSQL, or one made for tests: the database of
 * its owner's address, under a role of its own. The password follows from the owner's, from which nobody gets back.
 */
export function addressFor(role: DeskLogin, ownersAddress: string): string {
  const url = new URL(ownersAddress);
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(loginOf(role)).digest('hex');
  url.username = loginOf(role);
  return url.href;
}

const loginOf = (role: DeskLogin): string => `${GROUP_ROLES[role]}_login`;

/** Lets web and worker sign in to a PostgreSQL of our own; whoever can already is left alone. */
export async function makeLogins(ownersAddress: string): Promise<void> {
  for (const role of LOGINS) {
    const address = addressFor(role, ownersAddress);
    if (await answers(address)) continue;
    await asking(ownersAddress, (client) => makeLogin(client, role, decodeURIComponent(new URL(address).password)));
  }
}

async function makeLogin(client: Client, role: DeskLogin, password: string): Promise<void> {
  const login = loginOf(role);
  await atOnce(client, `create role ${login} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`);
  await atOnce(client, `alter role ${login} password '${password}'`);
  await atOnce(client, `grant ${GROUP_ROLES[role]} to ${login} with inherit true, set false, admin false`);
}

/** Roles belong to the whole server: another database may be given the same ones at this moment. */
export async function atOnce(client: Client, statement: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === '42710' || code === '23505') return; // it is there already
      if (tries === 20 || !(code === 'XX000' && /concurrently/.test(message))) throw error;
    }
  }
}
