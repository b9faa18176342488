import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { applyGrants } from '#adapters/postgres/apply-grants.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { fastDatabase, type FastDatabase } from '#adapters/postgres/embedded/fast-database.js';
import { asking } from '#adapters/postgres/embedded/connection.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { rolesScript } from '#adapters/postgres/roles-script.js';
import { freshDatabase } from '#test/setup/fresh-database.js';

const tell = <T extends pg.QueryResultRow>(address: string, sql: string): Promise<T[]> =>
  asking(address, async (client) => (await client.query<T>(sql)).rows);

describe('giving the rights', () => {
  test('takes back what somebody gave beside them', async () => {
    const url = await freshDatabase();
    await tell(url, 'grant all on event_log to public; grant delete on case_files to seinpost_web');
    expect(await applyGrants(url)).toBe(true);
    const [row] = await tell<{ may: boolean }>(
      url,
      `select has_table_privilege('seinpost_web', 'case_files', 'delete')
           or has_table_privilege('seinpost_worker', 'event_log', 'update') as may`,
    );
    expect(row!.may).toBe(false);
  });

  test('can be done by eight at once, on one database and on several', async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()];
    const eight = [one, one, one, one, other, other, other, other];
    expect(await Promise.all(eight.map((each) => applyGrants(each)))).toEqual(eight.map(() => true));
    await Promise.all([migrate(one, true), migrate(one, true), migrate(other, true)]);
  });
});

describe('on somebody else’s server', () => {
  let server: FastDatabase;
  const at = (login: string, database: string) => {
    const url = new URL(server.adminUrl);
    return Object.assign(url, { username: login, password: 'own', pathname: `/${database}` }).href;
  };
  const asAdmin = (database: string) => Object.assign(new URL(server.adminUrl), { pathname: `/${database}` }).href;

  beforeAll(async () => {
    server = await fastDatabase();
    await tell(server.adminUrl, `create role plain login password 'own'`);
    await tell(server.adminUrl, `create role maker login createrole password 'own'`);
    for (const owner of ['plain', 'maker']) await tell(server.adminUrl, `create database of_${owner} owner ${owner}`);
  });
  afterAll(() => server.stop());

  const rightOf = async (role: string, database: string) => {
    const sql = `select has_table_privilege('${role}', 'case_files', 'select') as may`;
    return (await tell<{ may: boolean }>(asAdmin(database), sql))[0]!.may;
  };

  test('an owner who may not make roles makes the tables all the same, and is told by the answer', async () => {
    expect(await migrate(at('plain', 'of_plain'))).not.toHaveLength(0);
    expect(await applyGrants(at('plain', 'of_plain'))).toBe(false);
  });

  test('an owner who may make roles makes them, and needs to be no superuser', async () => {
    await migrate(at('maker', 'of_maker'));
    expect(await applyGrants(at('maker', 'of_maker'))).toBe(true);
    expect(await rightOf('seinpost_web', 'of_maker')).toBe(true);
  });

  test('what "seinpost database roles" prints gives the same, twice over, and then the plain owner can too', async () => {
    for (let times = 0; times < 2; times += 1) await tell(asAdmin('of_plain'), rolesScript());
    expect(await rightOf('seinpost_worker', 'of_plain')).toBe(true);
    expect(await rightOf('seinpost_capture', 'of_plain')).toBe(false);
    expect(await applyGrants(at('plain', 'of_plain'))).toBe(true);
  });
});

describe('the job engine under the worker’s role', () => {
  test('does everything it does by itself, without a refusal', async () => {
    const url = await freshDatabase();
    const troubles: string[] = [];
    const boss = new PgBoss({
      ...{ connectionString: addressFor('worker', url), schema: 'jobs', supervise: true, schedule: false },
      ...{ migrate: false, createSchema: false, reindex: false, useListenNotify: true, superviseIntervalSeconds: 1 },
      ...{ maintenanceIntervalSeconds: 1, monitorIntervalSeconds: 1 },
    });
    boss.on('error', (error) => void troubles.push(error.message));
    await boss.start();
    const id = await boss.send('run-capture', { eventId: 'x' });
    const [job] = await boss.fetch('run-capture');
    expect(job?.id).toBe(id);
    await boss.fail('run-capture', job!.id);
    await boss.supervise();
    await boss.supervise('run-capture');
    await boss.stop({ graceful: true });
    expect(troubles).toEqual([]);
  });
});
