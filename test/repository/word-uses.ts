import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';
import { pageTemplates } from './page-templates.js';

/** Keys of words somebody asks for: whole keys, and first parts of keys whose end is known only when it runs. */
export interface WordUses {
  readonly whole: ReadonlySet<string>;
  readonly openings: ReadonlySet<string>;
}

/** Asks of `{{t …}}` and `(choices …)` in templates, and every literal in code that is a key. */
export function wordUses(known: readonly string[]): WordUses {
  const whole = new Set<string>();
  const openings = new Set<string>();
  for (const { source } of pageTemplates()) {
    for (const [, args] of source.matchAll(
      /[{(]t ((?:'[^']*'|[\w.@/]+)(?: (?:'[^']*'|\([^()]*\)|(?!\w+=)[\w.@/]+))*)/g,
    ))
      note(args ?? '');
    for (const [, prefix] of source.matchAll(/\(choices '([^']+)'/g)) openings.add(`${prefix}.`);
  }
  const literals = new Set([...code().matchAll(/['"`]([a-z0-9][\w.-]*)['"`]/gi)].map((found) => found[1] ?? ''));
  for (const key of known) if (literals.has(key)) whole.add(key);
  return { whole, openings };

  /** `'roles' role` opens `roles.`; `'faults' status 'title'` too, whatever follows. */
  function note(args: string): void {
    const parts = [...args.matchAll(/\([^()]*\)|'([^']*)'|([\w.@/]+)/g)];
    const literal = parts.findIndex((part) => part[1] === undefined);
    const fixed = (literal === -1 ? parts : parts.slice(0, literal)).map((part) => part[1] ?? '');
    if (literal === -1) whole.add(fixed.join('.'));
    else openings.add(`${fixed.join('.')}.`);
  }
}

/** Codes of every `new RuleViolation('…')` in a part of the source; each must have words for the person who meets it. */
export function ruleCodes(): string[] {
  const found = [...code().matchAll(/new RuleViolation\(\s*'([^']+)'/g)].map((each) => each[1] ?? '');
  return [...new Set(found)].sort();
}

let read: string | undefined;
function code(): string {
  read ??= ['apps/web', 'libs'].flatMap(sources).join('\n');
  return read;
}

function sources(folder: string): string[] {
  return readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(projectPath(folder, name), 'utf8'));
}
