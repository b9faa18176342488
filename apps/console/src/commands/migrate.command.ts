import { parseArgs } from 'node:util';
import { migrateDatabase } from '../database.js';
import type { Answer, Call, Command } from '../command.js';

/** Brings the database up to date; on a live desk nothing else does. */
export const migrateCommand: Command = {
  name: ['migrate'],
  usage: 'migrate [--json]',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const { settings } = await call.desk();
    const ran = await migrateDatabase(settings);
    const words = ran.length === 0 ? 'The database was up to date.' : `Ran ${ran.join(', ')}.`;
    return { json: { ran }, words, ok: true };
  },
};
