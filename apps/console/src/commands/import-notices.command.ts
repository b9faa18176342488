import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHistory } from '#adapters/history/read-history.js';
import { alone } from '#adapters/postgres/alone.js';
import { ImportNotices, type ImportResult } from '#application/notice/import-notices.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { WrongUse, type Answer, type Call, type Command } from '../command.js';
import { addressOf } from '../database.js';

/** Takes over notices from an earlier administration (design.md §5, notice history file). */
export const importNoticesCommand: Command = {
  name: ['import', 'notices'],
  usage: 'import notices FILE [--dry-run] [--skip-bad]',
  async run(call: Call): Promise<Answer> {
    const { file, dryRun, skipBad } = wanted(call);
    const entries = readHistory(await read(file));
    const desk = await call.desk();
    const importing = await desk.get(ImportNotices);
    // Of two imports at once the second sees what the first wrote, and refuses its references by name.
    const { warnings, ...result } = await alone(await addressOf(desk.settings), 'import', () =>
      importing.run(entries, { dryRun, skipBad, by: system('import') }),
    );
    for (const warning of warnings) call.note(warning);
    return { json: result, words: inWords(result), ok: result.refused === 0 || skipBad };
  },
};

function wanted(call: Call) {
  const { values, positionals } = parseArgs({
    args: [...call.args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, 'skip-bad': { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse('Name one file: seinpost import notices FILE');
  return { file: resolve(call.cwd, file), dryRun: values['dry-run'], skipBad: values['skip-bad'] };
}

async function read(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new RuleViolation('import.file-unreadable', { file, reason: error.code });
  });
}

function inWords(result: Omit<ImportResult, 'warnings'>): string {
  const faults = result.rows.flatMap((row) => row.errors.map((error) => `line ${row.line}: ${error.message}`));
  const verb = result.dryRun ? 'would be imported' : 'imported';
  return [`${result.notices} notices with ${result.items} items ${verb}, ${result.refused} refused`, ...faults].join(
    '\n',
  );
}
