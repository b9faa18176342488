import { parseArgs } from 'node:util';
import type { Answer, Call, Command } from '../command.js';
import { startDesk } from '../start/start-desk.js';

/** Serves the whole desk until it is told to stop; `npm start` ends here. */
export const startCommand: Command = {
  name: ['start'],
  usage: 'start',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const desk = await call.desk();
    await startDesk(desk, { note: call.note, print: (line) => void process.stdout.write(`${line}\n`) });
    return { json: { stopped: true }, words: '', ok: true };
  },
};
