import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '#adapters/settings/project.js';

/** A small project with our set-up in it, so that building it disturbs nobody. */
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
  cpSync(projectPath('apps', 'console', 'setup'), join(folder, 'apps', 'console', 'setup'), { recursive: true });
  for (const name of ['tsconfig.json', 'package.json', 'package-lock.json'])
    cpSync(projectPath(name), join(folder, name));
  borrowPackages();
  source('apps/console/src/main.ts', 'console.log(process.argv.slice(2).join());');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the console runs what is built, and nothing but its own words is on stdout', async () => {
  expect(await typed('seinpost.mjs', 'verify', '--json')).toEqual({ code: 0, stdout: 'verify,--json\n' });
});

test('the build drops the output of a source that is gone, and does nothing where nothing changed', async () => {
  source('libs/gone.ts', 'export {};');
  await typed('build.mjs');
  expect(existsSync(join(folder, 'dist/libs/gone.js'))).toBe(true);
  rmSync(join(folder, 'libs/gone.ts'));
  await typed('build.mjs');
  expect(existsSync(join(folder, 'dist/libs/gone.js'))).toBe(false);
  const built = () => statSync(join(folder, 'dist/apps/console/src/main.js')).mtimeMs;
  const before = built();
  await typed('seinpost.mjs');
  expect(built()).toBe(before);
});

test('two first commands at once do no harm to each other', async () => {
  const both = await Promise.all([typed('seinpost.mjs', 'a'), typed('seinpost.mjs', 'b')]);
  expect(both.map(({ code, stdout }) => `${code} ${stdout.trim()}`)).toEqual(['0 a', '0 b']);
});

test('a mistake in the program stops the console with exit 1, one in a test does not', async () => {
  source('libs/a.spec.ts', 'export const wrong: number = "word";');
  expect((await typed('seinpost.mjs', 'a')).code).toBe(0);
  source('libs/a.ts', 'export const wrong: number = "word";');
  expect((await typed('seinpost.mjs', 'a')).code).toBe(1);
});

test('a program that is not in the build gets one sentence', async () => {
  expect(await typed('bench.mjs')).toEqual({ code: 1, stdout: '' });
});

/** The packages by links, with a record of npm that agrees with the lock: the real ones are never installed into. */
function borrowPackages(): void {
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(projectPath('node_modules')).filter((each) => !each.startsWith('.'))) {
    symlinkSync(projectPath('node_modules', name), join(packages, name));
  }
  symlinkSync(projectPath('node_modules', '.bin'), join(packages, '.bin'));
  cpSync(projectPath('package-lock.json'), join(packages, '.package-lock.json'));
}

function source(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function typed(script: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  const program = join(folder, 'apps', 'console', 'setup', script);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder });
    return { code: 0, stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, stdout };
  }
}
