import type { Client } from 'pg';
import { atOnce, makeLogins } from './desk-logins.js';
import { asking } from './embedded/connection.js';
import { grantStatements, roleStatements } from './grant-statements.js';
import { GROUP_ROLES } from './grants.js';

/**
 * Gives each role what `grants.ts` says, whatever it had before; may be repeated, also by two at once. False when the
 * group roles are not there and this account may not make them: `seinpost database roles` prints what to run.
 */
export async function applyGrants(ownersAddress: string): Promise<boolean> {
  return asking(ownersAddress, async (client) => {
    if (!(await hasRoles(client)) && !(await madeRoles(client))) return false;
    await client.query('begin');
    // Two that change the same grants at once would fail with "tuple concurrently updated".
    await client.query(`select pg_advisory_xact_lock(hashtextextended('seinpost grants', 0))`);
    for (const statement of grantStatements()) await client.query(statement);
    await client.query('commit');
    return true;
  });
}

/** The same on a PostgreSQL of our own, where web and worker also get a way to sign in. */
export async function applyGrantsAndLogins(ownersAddress: string): Promise<void> {
  await applyGrants(ownersAddress);
  await makeLogins(ownersAddress);
}

async function hasRoles(client: Client): Promise<boolean> {
  const roles = Object.values(GROUP_ROLES);
  const { rowCount } = await client.query('select from pg_roles where rolname = any($1)', [roles]);
  return rowCount === roles.length;
}

async function madeRoles(client: Client): Promise<boolean> {
  try {
    for (const statement of roleStatements()) await atOnce(client, statement);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false;
    throw error;
  }
}
