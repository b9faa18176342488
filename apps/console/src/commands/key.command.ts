import { parseArgs } from 'node:util';
import { newKey } from '#adapters/files/kept-key.js';
import type { Answer, Call, Command } from '../command.js';

/** Prints a new master key for a live desk; it is kept nowhere. */
export const keyNewCommand: Command = {
  name: ['key', 'new'],
  usage: 'key new [--json]',
  withoutSettings: true, // whoever replaces a key that is refused would be refused here too
  run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const key = newKey();
    return Promise.resolve({ json: { key }, words: key, ok: true });
  },
};
