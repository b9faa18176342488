import { parseArgs } from 'node:util';
import type { Answer, Call, Command } from '../command.js';
import { CHECKS } from '../doctor/checks.js';
import type { Finding, Found } from '../doctor/finding.js';

/** Looks whether everything the desk leans on is there, and says what to do where it is not. */
export const doctorCommand: Command = {
  name: ['doctor'],
  usage: 'doctor [--json]',
  async run(call: Call): Promise<Answer> {
    parseArgs({ args: [...call.args] });
    const desk = await call.desk();
    const checks: Finding[] = [];
    for (const { name, look } of CHECKS) {
      checks.push({ name, ...(await look(desk).catch(failed)) });
    }
    return { json: { checks }, words: checks.map(inWords).join('\n'), ok: checks.every((c) => c.status !== 'fail') };
  },
};

/** A look that throws has found something wrong; its message is a sentence with the remedy. */
function failed(error: Error): Found {
  const [detail = '', remedy = ''] = error.message.split(/; (?:remedy: )?/);
  return { status: 'fail', detail, remedy };
}

function inWords({ name, status, detail, remedy }: Finding): string {
  return `${status.padEnd(4)}  ${name}: ${detail}${remedy === '' ? '' : `\n      → ${remedy}`}`;
}
