import { GROUP_ROLES } from './grants.js';
import type { DeskLogin } from './desk-logins.js';
import { asking } from './embedded/connection.js';

/** What an address lets a process of the desk be: what it should, more than that, or nobody we know. */
export type Standing = 'as-meant' | 'too-much' | 'not-a-member';

/** How whoever signs in by this address stands in the database, and under which name. */
export function standingOf(
  address: string,
  role: DeskLogin,
): Promise<{ readonly login: string; readonly standing: Standing }> {
  return asking(address, async (client) => {
    const { rows } = await client.query<{ login: string; member: boolean; more: boolean }>(FACTS, [GROUP_ROLES[role]]);
    const { login, member, more } = rows[0]!;
    return { login, standing: more ? 'too-much' : member ? 'as-meant' : 'not-a-member' };
  });
}

/** A superuser is a member of everything, so that what is too much is asked by its own name. */
const FACTS = `
  select current_user as login,
         exists (select from pg_roles where rolname = $1 and pg_has_role(oid, 'usage')) as member,
         (select rolsuper from pg_roles where rolname = current_user)
           or pg_has_role((select relowner from pg_class where oid = 'event_log'::regclass), 'usage')
           or has_schema_privilege('public', 'create') as more`;
