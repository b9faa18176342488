import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectPath } from '#adapters/settings/project.js';

/** One start of the desk, as `npm start` makes it: what it printed, and how it ended. */
interface Start {
  readonly process: ChildProcess;
  readonly heard: { out: string; err: string };
  readonly ended: Promise<number | null>;
}

interface Run {
  readonly address: string;
  readonly practiceAddress: string;
  readonly mailIntake: string;
  readonly accounts: readonly { email: string; password: string; role: string }[];
  readonly pid: number;
}

let folder: string;
let starts: Start[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seinpost-start-'));
  chmodSync(folder, 0o755);
  starts = [];
});

afterEach(async () => {
  for (const start of starts) start.process.kill('SIGTERM');
  await Promise.all(starts.map(({ ended }) => ended));
  for (const pid of deskProcesses()) process.kill(pid, 'SIGTERM'); // the keeper, which outlives a desk for a while
  await until(() => deskProcesses().length === 0);
  rmSync(folder, { recursive: true, force: true });
});

test('the desk is served, a second start tells the same address, and SIGTERM ends it all', async () => {
  const first = start();
  const second = start();
  await until(() => [first, second].every(({ heard }) => heard.out.includes('Seinpost: ')));
  const run = runFile();
  for (const { heard } of [first, second]) expect(heard.out).toMatch(new RegExp(`^Seinpost: ${run.address}$`, 'm'));
  expect(statSync(join(folder, 'var', 'run.json')).mode & 0o777).toBe(0o600);
  expect(run.accounts.map(({ role }) => role).sort()).toEqual(ROLES);
  for (const { email } of run.accounts) expect(heardFirst(first, second).out).toContain(email);
  for (const address of [run.address, run.practiceAddress]) expect((await fetch(address)).status).toBe(200);
  expect(
    children()
      .map(({ program, env }) => [program.split('/').at(-3), rolesIn(env)])
      .sort(),
  ).toEqual([
    ['practice', []],
    ['web', ['seinpost_web_login']],
    ['worker', ['seinpost_worker_login']],
  ]);
  const [holder, other] = first.process.pid === run.pid ? [first, second] : [second, first];
  expect(await other.ended).toBe(0);
  holder.process.kill('SIGTERM');
  expect(await holder.ended).toBe(0);
  expect(children()).toEqual([]);
  expect(existsSync(join(folder, 'var', 'run.json'))).toBe(false);
});

test('after kill -9 of the desk nothing of it stays but the database, and a restart carries on', async () => {
  const first = start();
  await until(() => first.heard.out.includes('Seinpost: '));
  expect(children()).toHaveLength(3);
  first.process.kill('SIGKILL');
  await until(() => children().length === 0);
  const again = start();
  await until(() => again.heard.out.includes('Seinpost: '));
  expect(runFile().pid).toBe(again.process.pid);
});

test('a crashed child is started again', async () => {
  const first = start();
  await until(() => first.heard.out.includes('Seinpost: '));
  const web = children().find((child) => child.program.includes('/web/'));
  process.kill(web?.pid ?? 0, 'SIGKILL');
  await until(() => children().some(({ pid, program }) => program.includes('/web/') && pid !== web?.pid));
  await until(() => first.heard.err.includes('[web] ended (SIGKILL); starting it again.'));
  const answer = async () => (await fetch(runFile().address).catch(() => undefined))?.status;
  for (let tries = 0; tries < 100 && (await answer()) !== 200; tries += 1) await pause(100);
  expect(await answer()).toBe(200);
});

jest.setTimeout(180_000);
const ROLES = ['administrator', 'auditor', 'caseworker', 'reviewer', 'supervisor'];

function start(): Start {
  const program = projectPath('dist', 'apps', 'console', 'src', 'main.js');
  const env = {
    ...{ PATH: '/usr/local/bin:/usr/bin:/bin', SEINPOST_VAR: join(folder, 'var'), SEINPOST_PORT: '0' },
    ...{ SEINPOST_PRACTICE_PORT: '0', SEINPOST_MAIL_PORT: '0' },
  };
  const child = spawn(process.execPath, [program, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (heard.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (heard.err += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  starts.push({ process: child, heard, ended });
  return { process: child, heard, ended };
}

/** Under which roles a process may meet the database. */
const rolesIn = (env: string): readonly string[] =>
  [...env.matchAll(/postgres(?:ql)?:\/\/([^:@]*)/g)].map((found) => found[1] ?? '');

const heardFirst = (...both: Start[]) =>
  both.find(({ process }) => process.pid === runFile().pid)?.heard ?? { out: '' };

const runFile = () => JSON.parse(readFileSync(join(folder, 'var', 'run.json'), 'utf8')) as Run;

/** Processes that have this test's folder in their environment or arguments. */
function deskProcesses(): readonly number[] {
  return processes().flatMap(({ pid, env, args }) => (`${env}${args.join(' ')}`.includes(folder) ? [pid] : []));
}

/** The desk's own children: web, worker and practice platform. */
function children(): readonly { pid: number; program: string; env: string }[] {
  return processes().flatMap(({ pid, env, args }) => {
    const program = args.find((arg) => /dist\/apps\/(web|worker|practice)\/src\/main\.js$/.test(arg));
    return program && `${env}${args.join(' ')}`.includes(folder) ? [{ pid, program, env }] : [];
  });
}

function processes(): readonly { pid: number; env: string; args: readonly string[] }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return [{ pid: Number(name), env: readFileSync(`/proc/${name}/environ`, 'utf8'), args }];
    } catch {
      return []; // it has ended, or belongs to somebody else
    }
  });
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > deadline) {
      throw new Error(
        `It did not come about; heard: ${starts.map(({ heard }) => heard.err + heard.out).join('\n---\n')}`,
      );
    }
    await pause(100);
  }
}
