import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentOf, readSettings } from '#adapters/settings/settings.js';
import { projectPath } from '#adapters/settings/project.js';
import { median, timed, type Measure } from './figure.js';

const ROUNDS = 3;
const MINUTES = 10;

/** `npm start` in a fresh clone until the sign-in page is served, against `npm ci` of the same lock and npm cache. */
export const freshClone: Measure = {
  name: 'fresh-clone',
  async run({ share, say }) {
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < (share < 1 ? 1 : ROUNDS); round += 1) {
      reference.push(await inFolder((folder) => install(folder)));
      ours.push(await inFolder((folder) => startClone(folder)));
      say(`npm ci ${whole(reference)} s, clone to first page ${whole(ours)} s`);
    }
    const what = 'a fresh clone to its first page, against npm ci';
    return [{ what, ours: median(ours), reference: median(reference), unit: 's', bound: { most: 1.5 } }];
  },
};

const whole = (seconds: readonly number[]): string => Math.round(seconds.at(-1) ?? 0).toString();

/** Something made in a folder of its own, which is thrown away afterwards. */
async function inFolder(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-bench-clone-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

/** The same packages by the same words as the set-up uses. */
async function install(folder: string): Promise<number> {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    if (existsSync(projectPath(file))) cpSync(projectPath(file), join(folder, file));
  }
  const milliseconds = await timed(async () => {
    const child = begin('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    if ((await ended(child)) !== 0) throw new Error('npm ci failed; is there a network, or a filled npm cache?');
  });
  return milliseconds / 1000;
}

async function startClone(folder: string): Promise<number> {
  const clone = join(folder, 'seinpost');
  let child: ChildProcess | undefined;
  try {
    const milliseconds = await timed(async () => {
      execFileSync('git', ['clone', '--quiet', `file://${projectPath()}`, clone]);
      child = begin('npm', ['start'], clone);
      await firstPage(clone, child);
    });
    return milliseconds / 1000;
  } finally {
    if (child) await stop(child, join(clone, 'var'));
  }
}

async function firstPage(clone: string, child: ChildProcess): Promise<void> {
  const file = join(clone, 'var', 'run.json');
  const until = performance.now() + MINUTES * 60_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode} before it served a page`);
    if (existsSync(file)) {
      const { address } = JSON.parse(readFileSync(file, 'utf8')) as { address: string };
      const answer = await fetch(`${address}/sign-in`).catch(() => undefined);
      if (answer?.status === 200) return void (await answer.text());
    }
    await pause(100);
  }
  throw new Error(`npm start served no page within ${MINUTES} minutes`);
}

/** The desk stops its own children; its database, which would outlive it for a while, is stopped by its own number. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  const run = join(folder, 'run.json');
  const desk = existsSync(run) ? (JSON.parse(readFileSync(run, 'utf8')) as { pid: number }).pid : child.pid;
  if (desk !== undefined && child.exitCode === null) process.kill(desk, 'SIGTERM');
  await ended(child);
  const record = join(folder, 'pg.json');
  if (!existsSync(record)) return;
  const { dataDir } = JSON.parse(readFileSync(record, 'utf8')) as { dataDir: string };
  const numbers = join(dataDir, 'postmaster.pid');
  if (existsSync(numbers)) process.kill(Number(readFileSync(numbers, 'utf8').split('\n')[0]), 'SIGINT');
  for (let tries = 0; tries < 300 && existsSync(numbers); tries += 1) await pause(100);
  await pause(500); // the keeper writes its last
}

/** On ports that are free, in a folder of its own, and as if typed in a shell: nothing of the npm that runs us. */
function begin(command: string, args: readonly string[], cwd: string): ChildProcess {
  const ports = { port: 0, practicePort: 0, mailPort: 0, practiceMailPort: 0 };
  const settings = { ...readSettings(), ...ports, databaseUrl: undefined, var: join(cwd, 'var'), cwd };
  const ours = Object.entries(environmentOf(settings, settings.databaseUrl)).filter(([name]) => !NOT_THEIRS.test(name));
  const path = (ours.find(([name]) => name === 'PATH')?.[1] ?? '').split(delimiter);
  const outside = path.filter((part) => !part.includes('node_modules')).join(delimiter);
  const env = { ...Object.fromEntries(ours), PATH: outside, npm_config_prefer_offline: 'true' };
  return spawn(command, [...args], { cwd, env, stdio: 'ignore' });
}

const NOT_THEIRS = /^(npm_|SEINPOST_BASE_URL$|SEINPOST_CAPTURE_ALLOW$)/i;

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
}
