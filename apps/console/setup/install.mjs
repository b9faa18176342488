import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { inRoot, ROOT } from './place.mjs';
import { say, Trouble, whileWaiting } from './say.mjs';

const STAMP = inRoot('node_modules', '.seinpost-installed');

/** Brings the packages of the lock file into `node_modules` unless they are there; needs the network only then. */
export async function install() {
  if (isCurrent()) return;
  await alone(async () => {
    if (isCurrent()) return; // another set-up did it while we waited
    if (!isInstalledByHand()) await npmCi();
    writeFileSync(STAMP, lockDigest());
  });
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockDigest();
}

function lockDigest() {
  const lock = readFileSync(inRoot('package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** Somebody typed `npm ci` or `npm install` before: npm's own record then agrees with the lock file. */
function isInstalledByHand() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const there = packagesIn(record);
  return Object.entries(packagesIn(inRoot('package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || there[path]?.version === wanted.version,
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Packages' own install scripts stay off: nothing we use needs them, and they are somebody else's programs. */
async function npmCi() {
  const stop = whileWaiting((seconds) => `Installing packages: ${countShare()} % (${seconds} s)`);
  const began = Date.now();
  const { code, words } = await npm(['ci', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund']);
  stop();
  if (code !== 0) throw new Trouble(`${words.slice(-2000).trim()}\n${remedy(words)}`);
  say(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function remedy(words) {
  const failed = 'The packages could not be installed';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(words)) {
    return `${failed}: the package registry cannot be reached; the first run needs the network, later ones do not.`;
  }
  if (/ENOSPC/.test(words)) return `${failed}: the disk is full; make room for about one gigabyte and start again.`;
  if (/EACCES|EPERM/.test(words))
    return `${failed}: ${ROOT} may not be written; give yourself the right and try again.`;
  return `${failed}: what npm said stands above; mend that and start again.`;
}

/** Share of the packages that are unpacked, as a whole number; npm itself tells nothing while it works. */
function countShare() {
  const wanted = Object.keys(packagesIn(inRoot('package-lock.json'))).filter((path) => path !== '');
  const there = wanted.filter((path) => existsSync(inRoot(path, 'package.json')));
  return Math.min(99, Math.round((100 * there.length) / wanted.length));
}

function npm(args) {
  const [command, ...first] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      ...{ cwd: ROOT, env: { ...process.env, ...cache() }, shell: process.platform === 'win32' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (words += part));
    child.once('error', () =>
      reject(new Trouble('There is no npm beside this Node; install Node 20 or newer with npm.')),
    );
    child.once('close', (code) => resolve({ code, words }));
  });
}

/** A user without a home that can be written, such as `nobody`, gets npm's cache in the temporary folder. */
function cache() {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    const folder = join(tmpdir(), `seinpost-npm-${process.getuid?.() ?? 0}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return { npm_config_cache: folder };
  }
}
