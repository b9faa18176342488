import { afterEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asking } from '#adapters/postgres/embedded/connection.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { projectPath } from '#adapters/settings/project.js';
import { readSettings, type Settings } from '#adapters/settings/settings.js';
import { MIGRATIONS } from '#migrations/all.js';
import { anOrganisation } from '#test/builders/letter-facts.builder.js';
import { testServer } from '#test/setup/fresh-database.js';
import { migrateDatabase, openDatabase } from './database.js';
import { Desk } from './desk.js';
import { CHECKS } from './doctor/checks.js';
import { emptyPractice } from './empty-practice.js';
import { fillPractice } from './practice.js';

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
    expect((await migrateDatabase(settings)).ran).not.toHaveLength(0);
    expect((await migrateDatabase(settings)).ran).toEqual([]);
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

  test('of an owner who may not make what search needs says so, and who can, and goes on when they did', async () => {
    const settings = await anEmptyDatabase();
    const url = new URL(settings.databaseUrl!);
    const [name, database] = [`poor_${randomBytes(6).toString('hex')}`, url.pathname.slice(1)];
    const owner = (sql: string) => asking(settings.databaseUrl!, (client) => client.query(sql));
    await owner(`create role ${name} login password 'poor'`);
    await owner(`alter schema public owner to ${name}; create schema jobs authorization ${name}`);
    Object.assign(url, { username: name, password: 'poor' });
    const poor = { ...settings, databaseUrl: url.href };
    await expect(migrateDatabase(poor)).rejects.toMatchObject({
      code: 'database.no-trigrams',
      message: expect.stringMatching(/lacks the extension pg_trgm.*"create extension pg_trgm".*migrate/) as unknown,
    });
    await owner(`create extension pg_trgm; grant create on database ${database} to ${name}`);
    expect((await migrateDatabase(poor)).ran).not.toHaveLength(0);
    desk = new Desk(poor);
    expect(await CHECKS.find((check) => check.name === 'search')!.look(desk)).toMatchObject({ status: 'ok' });
  });

  test('two commands that make the same one at once both succeed, and the tables are made once', async () => {
    const settings = await anEmptyDatabase();
    const ran = await Promise.all([migrateDatabase(settings), migrateDatabase(settings)]);
    expect(ran.map((each) => each.ran.length).sort((a, b) => a - b)).toEqual([0, MIGRATIONS.length]);
    expect(await asked(settings, 'select count(*)::int as n from installation')).toEqual([{ n: 1 }]);
  });

  test('whose making was cut short is still made into what it was to be', async () => {
    const settings = await anEmptyDatabase({ SEINPOST_PRACTICE: '1' });
    await migrate(settings.databaseUrl!);
    await migrateDatabase(settings);
    expect(await kindOf(settings)).toBe('practice');
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

describe('who we are on a live desk', () => {
  test('is nobody until a file says so: no name, no address, and the doctor tells what to do', async () => {
    const settings = await anEmptyDatabase();
    await migrateDatabase(settings);
    expect(await organisationOf(settings)).toMatchObject({ name: '', deskName: '', deskEmail: '', postalAddress: '' });
    desk = new Desk(settings);
    const check = CHECKS.find(({ name }) => name === 'organisation')!;
    expect(await check.look(desk)).toMatchObject({
      status: 'warn',
      remedy: expect.stringContaining('SEINPOST_ORGANISATION') as unknown,
    });
  });

  test('is what the file says, also on a desk that exists, with one event for each change', async () => {
    const settings = await anEmptyDatabase();
    await migrateDatabase(settings);
    const ours = { ...settings, organisation: projectPath('migrations', 'reference', 'organisation.practice.json') };
    await migrateDatabase(ours);
    await migrateDatabase(ours);
    expect(await organisationOf(settings)).toMatchObject({ deskName: 'Meldpunt Oefenlijn' });
    const changes = await asked(settings, `select subject, actor from event_log where kind = 'organisation-described'`);
    expect(changes).toEqual([{ subject: 'installation', actor: 'migrate' }]);
  });

  test('stays as it was edited on pages when the file says something else, which is said', async () => {
    const settings = await anEmptyDatabase();
    const file = join(await mkdtemp(join(tmpdir(), 'seinpost-organisation-test-')), 'organisation.json');
    const ours = { ...settings, organisation: file };
    const says = (name: string, recallSeconds: number) =>
      writeFile(file, JSON.stringify(anOrganisation({ name, recallSeconds })));
    await says('Meldlijn', 10);
    await migrateDatabase(ours);
    await asked(
      settings,
      `update installation set organisation = jsonb_set(organisation, '{name}', '"Van de pagina"')`,
    );
    expect(await migrateDatabase(ours)).toMatchObject({ kept: [] });
    await says('Uit het bestand', 20);
    expect(await migrateDatabase(ours)).toMatchObject({ kept: ['name'] });
    expect(await organisationOf(settings)).toMatchObject({ name: 'Van de pagina', recallSeconds: 20 });
  });

  test('is refused where the file lacks something, naming it', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'seinpost-organisation-test-')), 'organisation.json');
    const settings = { ...(await anEmptyDatabase()), organisation: file };
    await writeFile(file, '{"name":"Meldlijn"');
    await expect(migrateDatabase(settings)).rejects.toMatchObject({ code: 'installation.organisation-not-json' });
    await writeFile(file, '{"name":"Meldlijn"}');
    await expect(migrateDatabase(settings)).rejects.toMatchObject({
      code: 'installation.organisation-incomplete',
      facts: { missing: expect.arrayContaining(['deskName', 'zone']) as unknown },
    });
  });
});

test('a live desk without a mail server is told that it can send nothing', async () => {
  const settings = await anEmptyDatabase();
  await migrateDatabase(settings);
  desk = new Desk(settings);
  const check = CHECKS.find(({ name }) => name === 'mail-out')!;
  expect(await check.look(desk)).toMatchObject({ status: 'warn', remedy: 'set SEINPOST_SMTP_HOST' });
});

describe('starting over', () => {
  test('a database that does not say it is ours to practise on keeps everything it has', async () => {
    const stranger = await anEmptyDatabase();
    await asking(stranger.databaseUrl!, (client) => client.query('create table theirs ()'));
    const live = await anEmptyDatabase();
    await migrateDatabase(live);
    for (const [settings, code] of [
      [stranger, 'database.not-migrated'],
      [live, 'installation.not-practice'],
    ] as const)
      await expect(emptyPractice(await inItsOwnFolder(settings))).rejects.toMatchObject({ code });
    await asking(stranger.databaseUrl!, (client) => client.query('table theirs'));
    expect(await kindOf(live)).toBe('live');
  });

  test('a practice desk is empty afterwards and still one to practise on; the evidence of a live desk stays', async () => {
    const settings = await inItsOwnFolder(await anEmptyDatabase({ SEINPOST_PRACTICE: '1' }));
    await migrateDatabase(settings);
    for (const kind of ['live', 'practice']) await mkdir(join(settings.var, kind, 'evidence'), { recursive: true });
    await emptyPractice({ ...settings, practice: false });
    expect(await kindOf(settings)).toBe('practice');
    expect(await readdir(settings.var)).toEqual(['live']);
  });
});

test('a practice desk filled twice at once has everything once', async () => {
  const settings = await inItsOwnFolder(await anEmptyDatabase({ SEINPOST_PRACTICE: '1' }));
  await migrateDatabase(settings);
  const desks = [new Desk(settings), new Desk(settings)];
  const accounts = await Promise.all(desks.map(fillPractice));
  for (const one of desks) await one.close();
  const counts = `select (select count(*)::int from users) as users, (select count(*)::int from case_files) as cases,
                         (select count(*)::int from notices where origin = 'imported') as imported`;
  expect(await asked(settings, counts)).toEqual([{ users: accounts[0]!.length, cases: 3, imported: 578 }]);
});

const inItsOwnFolder = async (settings: Settings): Promise<Settings> => ({
  ...settings,
  var: await mkdtemp(join(tmpdir(), 'seinpost-database-test-')),
});

const organisationOf = async (settings: Settings): Promise<unknown> =>
  ((await asked(settings, 'select organisation from installation')) as { organisation: unknown }[])[0]?.organisation;

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
