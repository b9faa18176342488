import { afterEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { asking } from '#adapters/postgres/embedded/connection.js';
import { readSettings, type Settings } from '#adapters/settings/settings.js';
import { testServer } from '#test/setup/fresh-database.js';
import { migrateDatabase, openDatabase } from './database.js';
import { Desk } from './desk.js';

let desk: Desk | undefined;

afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

describe('a database of DATABASE_URL', () => {
  test('is refused while it is empty, naming the command that makes it', async () => {
    await expect(openDatabase(await anEmptyDatabase())).rejects.toMatchObject({
      code: 'database.not-migrated',
      message: expect.stringMatching('run "seinpost migrate"') as unknown,
    });
  });

  test('becomes a live desk with the reference data, and migrating it again runs nothing', async () => {
    const settings = await anEmptyDatabase();
    expect(await migrateDatabase(settings)).not.toHaveLength(0);
    expect(await migrateDatabase(settings)).toEqual([]);
    expect(await kindOf(settings)).toBe('live');
    const counts = await asked(settings, 'select count(*)::int as n from legal_grounds');
    expect(counts).not.toEqual([{ n: 0 }]);
  });

  test('becomes a practice desk only where it was empty and that was asked for', async () => {
    const empty = await anEmptyDatabase({ SEINPOST_PRACTICE: '1' });
    await migrateDatabase(empty);
    expect(await kindOf(empty)).toBe('practice');
    const live = await anEmptyDatabase();
    await migrateDatabase(live);
    await migrateDatabase({ ...live, practice: true });
    expect(await kindOf(live)).toBe('live');
  });

  test('that cannot be reached is told in one sentence, without its password', async () => {
    const nobody = readSettings({ DATABASE_URL: 'postgres://desk:geheim@127.0.0.1:1/desk' });
    const message = 'The database at 127.0.0.1:1/desk cannot be reached: nothing listens there; correct DATABASE_URL.';
    await expect(openDatabase(nobody)).rejects.toMatchObject({ code: 'database.unreachable', message });
    await expect(migrateDatabase(nobody)).rejects.toMatchObject({ code: 'database.unreachable', message });
  });

  test('whose server takes the connection and then says nothing is given up within ten seconds', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
    const { port } = silent.address() as AddressInfo;
    const began = performance.now();
    const settings = readSettings({ DATABASE_URL: `postgres://desk@127.0.0.1:${port}/desk` });
    await expect(openDatabase(settings)).rejects.toMatchObject({ code: 'database.unreachable' });
    expect(performance.now() - began).toBeLessThan(10_000);
    silent.close();
  });
});

async function anEmptyDatabase(env: Record<string, string> = {}): Promise<Settings> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await asking(testServer(), (client) => client.query(`create database ${name}`));
  return readSettings({ DATABASE_URL: testServer().replace(/[^/]+$/, name), ...env });
}

async function kindOf(settings: Settings): Promise<unknown> {
  const [row] = await asked(settings, 'select kind from installation');
  return (row as { kind: string }).kind;
}

async function asked(settings: Settings, sql: string): Promise<readonly unknown[]> {
  desk = new Desk(settings);
  const rows: readonly unknown[] = await (await desk.dataSource()).query(sql);
  await desk.close();
  return rows;
}
