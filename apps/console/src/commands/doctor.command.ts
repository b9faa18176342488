import { parseArgs } from 'node:util';
import { projectPath } from '#adapters/settings/project.js';
import { Words } from '#adapters/templates/words.js';
import { SystemState } from '#application/access/system-state.js';
import { judgeSystem } from '#domain/access/system-state.js';
import type { Answer, Call, Command } from '../command.js';
import type { Desk } from '../desk.js';
import { CHECKS } from '../doctor/checks.js';
import type { Finding, Found } from '../doctor/finding.js';

const WORDS = Words.read(projectPath('templates', 'words'));

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
    checks.push(...(await systemFindings(desk)));
    return { json: { checks }, words: checks.map(inWords).join('\n'), ok: checks.every((c) => c.status !== 'fail') };
  },
};

/** The same judgements as the page of the system's state, in English. */
async function systemFindings(desk: Desk): Promise<readonly Finding[]> {
  try {
    const judged = judgeSystem(await (await desk.get(SystemState)).facts());
    return judged.map(({ name, status, says, facts }) => ({
      ...{ name: `system-${name}`, status, detail: WORDS.text('en', `system-says.${name}.${says}`, facts) },
      remedy: status === 'ok' ? '' : WORDS.text('en', `system-remedies.${name}.${says}`, facts),
    }));
  } catch (error) {
    return [{ name: 'system', ...failed(error as Error) }];
  }
}

/** A look that throws has found something wrong; its message is a sentence with the remedy. */
function failed(error: Error): Found {
  const [detail = '', remedy = ''] = error.message.split(/; (?:remedy: )?/);
  return { status: 'fail', detail, remedy };
}

function inWords({ name, status, detail, remedy }: Finding): string {
  return `${status.padEnd(4)}  ${name}: ${detail}${remedy === '' ? '' : `\n      → ${remedy}`}`;
}
