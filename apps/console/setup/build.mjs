import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { alone } from './lock.mjs';
import { inRoot, ROOT } from './place.mjs';
import { projectNode } from './run-node.mjs';
import { main, say, Trouble } from './say.mjs';

const STAMP = inRoot('dist', '.built');
/** Lines of the compiler about tests, and those that only explain the line above them. */
const IN_A_TEST = /^(test\/|\S+\.spec\.ts\(|\s)/;
const SOURCES = ['apps', 'libs', 'migrations', 'test'];

/** Compiles into `dist` unless that is current; answers with what the compiler had to say, '' when all is well. */
export async function compile() {
  if (isCurrent()) return '';
  return alone(async () => {
    if (isCurrent()) return ''; // another set-up did it while we waited
    say('Building the program.');
    const stamp = sourceStamp(); // taken before: what changes during the build is built the next time
    const words = await tsc();
    prune(inRoot('dist'));
    if (words === '') writeFileSync(STAMP, stamp);
    return words;
  });
}

/** The same for whoever only wants to go on: what is wrong in the program stops it, what is wrong in a test does not. */
export async function build() {
  const words = (await compile())
    .split('\n')
    .filter((line) => !IN_A_TEST.test(line))
    .join('\n');
  if (words.trim() !== '') throw new Trouble(`${words}\nThe program could not be built; what is wrong stands above.`);
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp();
}

/** Changes with any source's path, size or time, with the compiler's settings and with the packages. */
function sourceStamp() {
  const files = SOURCES.flatMap((name) => filesUnder(inRoot(name), ['.ts', '.json'])).sort();
  const stamp = createHash('sha256');
  for (const file of [...files, inRoot('tsconfig.json'), inRoot('package-lock.json')]) {
    const { size, mtimeMs } = statSync(file);
    stamp.update(`${relative(ROOT, file)} ${size} ${mtimeMs}\n`);
  }
  return stamp.digest('hex');
}

function filesUnder(folder, endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, endings);
    return endings.some((ending) => entry.name.endsWith(ending)) ? path : [];
  });
}

function tsc() {
  const args = [
    inRoot('node_modules', 'typescript7', 'bin', 'tsc'),
    '-p',
    inRoot('tsconfig.json'),
    '--pretty',
    'false',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (words += part));
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0 ? '' : words.trim() || `The compiler ended with ${code}.`));
  });
}

/** The compiler leaves the output of deleted sources, and deleted tests would still run. */
function prune(dist) {
  for (const file of filesUnder(dist, ['.js', '.js.map', '.json'])) {
    const source = inRoot(relative(dist, file).replace(/\.js(\.map)?$/, '.ts'));
    if (!existsSync(source)) rmSync(file, { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await install();
    await build();
  });
}
