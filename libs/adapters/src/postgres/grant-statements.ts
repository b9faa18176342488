import { FUNCTION_GRANTS, GROUP_ROLES, TABLE_GRANTS, type DeskRole } from './grants.js';

const ROLES = Object.values(GROUP_ROLES);
const EVERYBODY = ['public', ...ROLES].join(', ');
const INSIDE = [GROUP_ROLES.web, GROUP_ROLES.worker].join(', ');

/** Makes the group roles; the right to make roles is needed. */
export const roleStatements = (): readonly string[] =>
  ROLES.map((role) => `create role ${role} nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls`);

/**
 * Takes everything away and gives what `grants.ts` says; to be run in one transaction by the tables' owner, so that
 * nobody ever meets the moment between.
 */
export const grantStatements = (): readonly string[] => [NOTHING_ON_OURS, WHO_COMES_IN, ...inside()];

/** What others put beside our tables, an extension say, is theirs: trying to take rights on it away would fail. */
const NOTHING_ON_OURS = `do $$
declare statement text;
begin
  for statement in
    select format('revoke all on %s %s from ${EVERYBODY}', case relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass)
      from pg_class c
     where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'S')
       and pg_has_role(relowner, 'usage')
    union all
    select format('revoke all on routine %s from ${EVERYBODY}', p.oid::regprocedure)
      from pg_proc p
     where pronamespace in ('public'::regnamespace, 'jobs'::regnamespace) and pg_has_role(proowner, 'usage')
  loop
    execute statement;
  end loop;
end $$`;

/** Whoever does not own the database cannot shut it to others; the roles' own rights hold all the same. */
const WHO_COMES_IN = `do $$
begin
  revoke all on schema jobs from ${EVERYBODY};
  grant usage on schema jobs to ${INSIDE};
  if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
    revoke all on schema public from ${EVERYBODY};
    execute format('revoke all on database %I from ${EVERYBODY}', current_database());
    execute format('grant connect on database %I to ${INSIDE}', current_database());
    grant usage on schema public to ${INSIDE};
  end if;
end $$`;

function inside(): string[] {
  const tables = Object.entries(TABLE_GRANTS).flatMap(([table, grants]) =>
    Object.entries(grants).map(([role, what]) => `grant ${what} on table ${table} to ${GROUP_ROLES[role as DeskRole]}`),
  );
  const functions = Object.entries(FUNCTION_GRANTS).flatMap(([name, roles]) =>
    roles.map((role) => `grant execute on function ${name} to ${GROUP_ROLES[role]}`),
  );
  return [...tables, ...functions];
}
