import { grantStatements, roleStatements } from './grant-statements.js';
import { GROUP_ROLES } from './grants.js';

/** All of it as one script for `psql`; it may be run again, and holds no password. */
export const rolesScript = (): string => `-- 1. By whoever may make roles: the group roles, once for the server.
${roleStatements().map(unlessThere).join('\n')}

-- 2. By the same: who signs in. Choose a long random password for each, and put the two addresses into
--    SEINPOST_WEB_DATABASE_URL_FILE and SEINPOST_WORKER_DATABASE_URL_FILE.
-- create role desk_web login password '…' in role ${GROUP_ROLES.web};
-- create role desk_worker login password '…' in role ${GROUP_ROLES.worker};

-- 3. By the owner of the tables, in the desk's database: what each may do. "seinpost migrate" does this each time.
begin;
${grantStatements()
  .map((statement) => `${statement};`)
  .join('\n')}
commit;
`;

const unlessThere = (statement: string): string =>
  `do $$ begin ${statement}; exception when duplicate_object then null; end $$;`;
