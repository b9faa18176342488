import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { addressFor, type DeskLogin } from '#adapters/postgres/desk-logins.js';
import { FUNCTION_GRANTS, GROUP_ROLES, TABLE_GRANTS, type DeskRole } from '#adapters/postgres/grants.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { freshDatabase } from '#test/setup/fresh-database.js';

const VERBS = ['select', 'insert', 'update', 'delete', 'truncate'] as const;
type Verb = (typeof VERBS)[number];
const LOGINS: readonly DeskLogin[] = ['web', 'worker'];
const ROLES: readonly DeskRole[] = [...LOGINS, 'capture'];

let url: string;
let owner: pg.Client;
const roles = {} as Record<DeskLogin, pg.Client>;

beforeAll(async () => {
  url = await freshDatabase();
  await migrate(url, true); // a clone has the rights of its template on tables, not those on the database itself
  owner = await connected(url);
  for (const role of LOGINS) roles[role] = await connected(addressFor(role, url));
});
afterAll(async () => {
  for (const client of [owner, ...Object.values(roles)]) await client.end();
});

async function connected(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client;
}

/** The SQL state with which a statement is refused, or null; nothing of it stays. */
async function refusal(role: DeskLogin, statement: string): Promise<string | null> {
  const alone = /^(create database|alter system)/.test(statement); // these want no transaction
  if (!alone) await roles[role].query('begin');
  try {
    await roles[role].query(statement);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    if (!alone) await roles[role].query('rollback');
  }
}

const TABLES = Object.keys(TABLE_GRANTS);
const said = (table: string, role: DeskRole): string => TABLE_GRANTS[table]?.[role] ?? '';

/** What the literal gives: the whole table, some columns, or nothing. */
function given(table: string, role: DeskRole, verb: Verb): 'all' | readonly string[] {
  const found = new RegExp(`\\b${verb}\\b(?: \\(([^)]*)\\))?`).exec(said(table, role));
  return found ? (found[1]?.split(', ') ?? 'all') : [];
}

describe('the rights on tables', () => {
  test('each table and view of the desk and of its job engine stands in the grants, and no other', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f')
          and not (relispartition and c.oid::regclass::text ~ '^jobs\\.queue_stats_')`,
    );
    expect(rows.map((row) => row.name).sort()).toEqual([...TABLES].sort());
  });

  test.each(ROLES)('PostgreSQL has given %s what is said there, and nothing beside it', async (role) => {
    const login = role === 'capture' ? GROUP_ROLES.capture : `${GROUP_ROLES[role]}_login`;
    const { rows } = await owner.query<{ name: string; verb: Verb; whole: boolean; columns: string[] }>(
      `select c.oid::regclass::text as name, verb, has_table_privilege($1, c.oid, verb) as whole,
              array(select attname::text from pg_attribute a
                     where attrelid = c.oid and attnum > 0 and not attisdropped
                       and case when verb in ('select', 'insert', 'update')
                                then has_column_privilege($1, c.oid, attnum, verb) else false end) as columns
         from pg_class c cross join unnest($2::text[]) as verb
        where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f')`,
      [login, VERBS],
    );
    const wrong = rows.filter(({ name, verb, whole, columns }) => {
      const wanted = given(name, role, verb);
      if (wanted === 'all') return !whole;
      return whole || columns.sort().join() !== [...wanted].sort().join();
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(5 * TABLES.length - 1);
  });
});

describe('what is not given is refused when it is tried', () => {
  const STATEMENTS: Readonly<Record<Verb, (table: string, columns: readonly string[]) => string>> = {
    select: (table, [first]) => `select ${first} from ${table} limit 1`,
    insert: (table, [first]) => `insert into ${table} (${first}) select null where false`,
    update: (table, [first]) => `update ${table} set ${first} = null where false`,
    delete: (table) => `delete from ${table} where false`,
    truncate: (table) => `truncate ${table} cascade`,
  };

  test.each(LOGINS)('%s, on every table and column', async (role) => {
    const through: string[] = [];
    let tried = 0;
    for (const table of TABLES) {
      const { rows } = await owner.query<{ name: string }>(
        `select quote_ident(attname) as name from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
        [table],
      );
      const columns = rows.map((row) => row.name);
      for (const verb of VERBS) {
        const allowed = given(table, role, verb);
        if (allowed === 'all') continue;
        const forbidden = columns.filter((column) => !allowed.includes(column));
        for (const column of verb === 'delete' || verb === 'truncate' ? columns.slice(0, 1) : forbidden) {
          tried += 1;
          const code = await refusal(role, STATEMENTS[verb](table, [column]));
          if (code !== '42501') through.push(`${verb} ${table}.${column}: ${code}`);
        }
      }
    }
    expect(through).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  });

  test.each(LOGINS)('%s, whatever would get it more than its rights', async (role) => {
    const through: string[] = [];
    for (const statement of FORBIDDEN) {
      const code = await refusal(role, statement);
      if (code !== '42501') through.push(`${statement}: ${code}`);
    }
    expect(through).toEqual([]);
  });

  test('nobody may pass a right on', async () => {
    const { rows } = await owner.query(
      `select c.oid::regclass, acl.* from pg_class c cross join aclexplode(c.relacl) as acl
        where acl.grantee = any($1::regrole[]) and acl.is_grantable`,
      [Object.values(GROUP_ROLES)],
    );
    expect(rows).toEqual([]);
  });

  test.each(LOGINS)('%s, calling what only the owner may', async (role) => {
    const { rows } = await owner.query<{ name: string; may: boolean }>(
      `select p.oid::regprocedure::text as name, has_function_privilege($1, p.oid, 'execute') as may from pg_proc p
        where pronamespace in ('public'::regnamespace, 'jobs'::regnamespace)`,
      [`${GROUP_ROLES[role]}_login`],
    );
    const wanted = new Map<string, boolean>();
    for (const [name, may] of Object.entries(FUNCTION_GRANTS)) {
      const found = await owner.query<{ name: string }>('select $1::regprocedure::text as name', [name]);
      wanted.set(found.rows[0]!.name, may.includes(role));
    }
    expect(rows.filter(({ name, may }) => may !== (wanted.get(name) ?? false))).toEqual([]);
    expect(rows.length).toBeGreaterThan(wanted.size);
  });
});

/** Ways from a few rights to more of them. */
const FORBIDDEN = [
  'create table public.extra (a int)',
  'create table jobs.extra (a int)',
  'create temporary table extra (a int)',
  'create schema extra',
  'create view public.extra as select 1',
  `create function public.extra() returns int language sql as 'select 1'`,
  'create extension hstore',
  'create role extra',
  'create database extra',
  'set role seinpost',
  `set role ${GROUP_ROLES.capture}`,
  `grant ${GROUP_ROLES.worker} to ${GROUP_ROLES.web}_login`,
  `alter role ${GROUP_ROLES.web}_login superuser`,
  'alter table event_log disable trigger all',
  'alter table installation disable trigger installation_kind',
  'drop trigger event_log_kept on event_log',
  'alter table case_files add column extra int',
  'alter table case_files owner to current_user',
  'alter function refuse_change() security definer',
  `create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
  'drop function refuse_change()',
  'drop table event_log',
  'set session_replication_role = replica',
  `alter system set log_statement = 'all'`,
  `select pg_read_file('/etc/passwd')`,
  `select pg_ls_dir('/')`,
  `copy (select 1) to '/tmp/seinpost-extra'`,
  `copy (select 1) to program 'true'`,
  'select * from pg_authid',
  'select * from pg_shadow',
  "select lo_import('/etc/passwd')",
  'select pg_reload_conf()',
  "comment on table event_log is 'extra'",
  'create trigger extra before insert on case_files for each row execute function refuse_change()',
];

describe('a capture', () => {
  test('can do nothing at all, and cannot even sign in', async () => {
    const { rows } = await owner.query<Record<string, boolean>>(
      `select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication,
              has_database_privilege(oid, current_database(), 'connect') as connects,
              has_schema_privilege(oid, 'public', 'usage') as "uses public", has_schema_privilege(oid, 'jobs', 'usage') as "uses jobs"
         from pg_roles where rolname = $1`,
      [GROUP_ROLES.capture],
    );
    expect(rows).toHaveLength(1);
    expect(Object.values(rows[0]!)).not.toContain(true);
  });
});
