import { RuleViolation } from '#domain/rule-violation.js';
import { WrongUse } from './command.js';
import { ruleSentence } from './rule-sentences.js';

/** What went wrong, as the console tells it; `stack` only where nobody foresaw it. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stack?: string;
}

/** Sorts an error: a rule in the way, wrong use, something the operator can mend, or a fault of ours. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof RuleViolation) return { code: error.code, message: ruleSentence(error), facts: error.facts };
  if (error instanceof WrongUse) return { code: 'usage', message: error.message, facts: {} };
  if (!(error instanceof Error)) return { code: 'unexpected', message: String(error), facts: {} };
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && OURS.test(code)) return { code, message: error.message, facts: {} };
  if (typeof code === 'string' && FILES[code]) return aboutFile(code, error);
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) {
    return { code: 'usage', message: error.message, facts: {} };
  }
  return { code: 'unexpected', message: error.message, facts: {}, stack: error.stack };
}

/** Codes of this house, such as `browser.missing`; those of Node and PostgreSQL look otherwise. */
const OURS = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

const FILES: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read or written by this user',
  EISDIR: 'is a folder',
  ENOTDIR: 'is not a folder',
  ENOSPC: 'does not fit on the disk',
};

function aboutFile(code: string, error: NodeJS.ErrnoException): Trouble {
  const path = error.path ?? 'the file';
  return { code: `file.${code.toLowerCase()}`, message: `${path} ${FILES[code]}.`, facts: { path } };
}
