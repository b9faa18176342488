import { parseArgs } from 'node:util';
import { Recanonicalise } from '#application/notice/recanonicalise.js';
import type { Answer, Call, Command } from '../command.js';

/** Writes stored canonical forms of addresses anew, after an update that spells addresses otherwise. */
export const recanonicaliseCommand: Command = {
  name: ['recanonicalise'],
  usage: 'recanonicalise [--json]',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const desk = await call.desk();
    const { read, changed } = await (await desk.get(Recanonicalise)).run();
    return { json: { read, changed }, words: `Looked at ${read} addresses; ${changed} got another form.`, ok: true };
  },
};
