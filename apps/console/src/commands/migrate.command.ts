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
    const { ran, kept } = await migrateDatabase(settings);
    if (kept.length > 0) call.note(`Kept as edited on the settings pages, not as in the file: ${kept.join(', ')}.`);
    const words = ran.length === 0 ? 'The database was up to date.' : `Ran ${ran.join(', ')}.`;
    return { json: { ran }, words, ok: true };
  },
};
