import { parseArgs } from 'node:util';
import { emptyPractice } from '../empty-practice.js';
import { fillPractice } from '../practice.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';
import { Register } from '#application/provider/register.js';

/** Loads reference data, and on a practice desk the practice data; `--reset` starts over. */
export const seedCommand: Command = {
  name: ['seed'],
  usage: 'seed [--practice [--reset]]',
  async run(call: Call): Promise<Answer> {
    const { practice, reset } = wanted(call);
    const desk = await call.desk();
    if (reset) await emptyPractice(desk.settings);
    if (practice) await fillPractice(desk);
    const register = await desk.get(Register);
    const [grounds, platforms] = [(await register.grounds()).length, (await register.platforms()).length];
    const words = `${grounds} grounds and ${platforms} platforms are loaded${practice ? ', with practice data' : ''}.`;
    return { json: { grounds, platforms, practice }, words, ok: true };
  },
};

function wanted(call: Call): { practice: boolean; reset: boolean } {
  const options = {
    practice: { type: 'boolean', default: false },
    reset: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...call.args], options });
  if (values.reset && !values.practice)
    throw new WrongUse('--reset goes with --practice: seinpost seed --practice --reset');
  return values;
}
