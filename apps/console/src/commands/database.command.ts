import { parseArgs } from 'node:util';
import { rolesScript } from '#adapters/postgres/roles-script.js';
import type { Answer, Call, Command } from '../command.js';

/** Prints the SQL that makes the desk's database roles, for whoever may make roles where "seinpost migrate" may not. */
export const databaseRolesCommand: Command = {
  name: ['database', 'roles'],
  usage: 'database roles [--json]',
  withoutSettings: true,
  run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const sql = rolesScript();
    return Promise.resolve({ json: { sql }, words: sql.trimEnd(), ok: true });
  },
};
