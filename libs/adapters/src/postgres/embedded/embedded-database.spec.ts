import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, asking } from './connection.js';
import { embeddedDatabase } from './embedded-database.js';
import { readRecord, writeRecord } from './record.js';

let folder: string;
let desk: { var: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seinpost-embedded-'));
  chmodSync(folder, 0o755);
  desk = { var: join(folder, 'var') };
});

afterEach(async () => {
  await stopKeepers();
  const base = dirname(readRecord(desk.var)?.dataDir ?? '');
  if (base.startsWith('/var/tmp/seinpost-')) rmSync(base, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

test('two first starts at once share one server, whose password is for its owner only', async () => {
  const [first, second] = await Promise.all([embeddedDatabase(desk), embeddedDatabase(desk)]);
  expect(second.url).toBe(first.url);
  await asking(first.url, async (client) => {
    const shown = await client.query('show server_encoding');
    expect(shown.rows).toEqual([{ server_encoding: 'UTF8' }]);
  });
  expect(statSync(join(desk.var, 'pg.json')).mode & 0o777).toBe(0o600);
  expect(keepers()).toHaveLength(1);
});

test('it stops by itself when nobody is connected, and the next start finds the same data', async () => {
  const { url } = await embeddedDatabase(desk, 1);
  await asking(url, async (client) => {
    await client.query('create table kept as select 42 as answer');
    await pause(2500); // longer than the waiting time: a client keeps it up
  });
  expect(await answers(url)).toBe(true);
  await until(() => keepers().length === 0);
  expect(await answers(url)).toBe(false);
  const again = await embeddedDatabase(desk, 1);
  expect(again.url).toBe(url);
  expect(await answerIn(again.url)).toBe(42);
});

test('after kill -9 of the keeper the server is gone too, and the next start carries on', async () => {
  const { url } = await embeddedDatabase(desk);
  await asking(url, (client) => client.query('create table kept as select 42 as answer'));
  for (const keeper of keepers()) process.kill(keeper, 'SIGKILL');
  const again = await embeddedDatabase(desk);
  expect(await answerIn(again.url)).toBe(42);
  expect(keepers()).toHaveLength(1);
});

test('a pid file whose number now belongs to another process does not keep the server down', async () => {
  const { url } = await embeddedDatabase(desk);
  await asking(url, (client) => client.query('create table kept as select 42 as answer'));
  const pidFile = join(readRecord(desk.var)?.dataDir ?? '', 'postmaster.pid');
  const text = readFileSync(pidFile, 'utf8');
  await stopKeepers();
  writeFileSync(pidFile, text.replace(/^\d+/, String(process.pid)));
  expect(await answerIn((await embeddedDatabase(desk)).url)).toBe(42);
});

test('a folder that PostgreSQL’s user cannot enter is served all the same', async () => {
  chmodSync(folder, 0o700);
  const { url } = await embeddedDatabase(desk);
  expect(await answers(url)).toBe(true);
});

test('a lost password file costs no data', async () => {
  const { url } = await embeddedDatabase(desk);
  await asking(url, (client) => client.query('create table kept as select 42 as answer'));
  await stopKeepers();
  writeRecord(desk.var, { dataDir: 'lost', port: 0, password: 'lost' });
  expect(await answerIn((await embeddedDatabase(desk)).url)).toBe(42);
});

async function answerIn(url: string): Promise<number | undefined> {
  return asking(url, async (client) => {
    const { rows } = await client.query<{ answer: number }>('select answer from kept');
    return rows[0]?.answer;
  });
}

/** Process ids of the keepers of this test's folder that are at work. */
function keepers(): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return args.includes(desk.var) && args.some((arg) => arg.endsWith('keeper.js')) ? [Number(name)] : [];
    } catch {
      return []; // it has ended between the two looks
    }
  });
}

async function stopKeepers(): Promise<void> {
  for (const keeper of keepers()) process.kill(keeper, 'SIGTERM');
  await until(() => keepers().length === 0);
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It did not come about within twenty seconds.');
    await pause(50);
  }
}
