import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { registerFaults, type RegisterFault } from '#domain/provider/register-faults.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { projectPath } from '../settings/project.js';
import { NotJson, readJsonLines, type LinedJson } from './json-lines.js';

/** The lists of the register as files. */
export interface RegisterLists {
  readonly providers: readonly Provider[];
  readonly platforms: readonly Platform[];
}

/** Reads `providers.json` and `platforms.json`; refuses `register.faulty` with every fault as `file:line: what is wrong`. */
export function readRegister(folder = projectPath('migrations', 'reference')): RegisterLists {
  const read = { providers: lined(folder, 'providers'), platforms: lined(folder, 'platforms') };
  const providers = read.providers.value as readonly Provider[];
  const platforms = read.platforms.value as readonly Platform[];
  const faults = registerFaults(providers, platforms);
  if (faults.length === 0) return { providers, platforms };
  throw new RuleViolation('register.faulty', { faults: faults.map((fault) => told(fault, read[fault.file])) });
}

function lined(folder: string, file: RegisterFault['file']): LinedJson {
  try {
    return readJsonLines(readFileSync(join(folder, `${file}.json`), 'utf8'));
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw new RuleViolation('register.faulty', { faults: [`${file}.json:${error.line}: ${error.why}`] });
  }
}

const told = ({ file, path, code, value }: RegisterFault, read: LinedJson): string =>
  `${file}.json:${read.lineOf(path)}: ${path.join('.')}: ${code} "${String(value)}"`;
