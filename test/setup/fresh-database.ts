import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Address of a migrated database of this test file's own, cloned from the template in about a tenth of a second. It
 * goes with the run's PostgreSQL; connections to it must be closed by the test.
 */
export async function freshDatabase(): Promise<string> {
  return asking((client) => cloned(client, 'tpl'));
}

/**
 * The same, holding what `fill` puts in a migrated database: the first of a run who asks for this filling makes it, all
 * others clone it. `fill` must close its connections and put in nothing that differs from one test to another.
 */
export async function filledDatabase(filling: string, fill: (url: string) => Promise<void>): Promise<string> {
  return asking(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [filling]); // goes with the connection
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [`tpl_${filling}`]);
    if (rowCount === 0) {
      const making = await cloned(client, 'tpl');
      await fill(making);
      await client.query(`alter database ${new URL(making).pathname.slice(1)} rename to tpl_${filling}`);
    }
    await client.query('select pg_advisory_unlock(hashtext($1))', [filling]);
    return cloned(client, `tpl_${filling}`);
  });
}

async function cloned(client: pg.Client, template: string): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await client.query(`create database ${name} template ${template} strategy file_copy`);
  return testServer().replace(/[^/]+$/, name);
}

async function asking<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const trouble = process.env['TEST_PG_TROUBLE'];
  if (trouble) throw new Error(trouble);
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Address of the maintenance database of the run's PostgreSQL. */
export function testServer(): string {
  const address = process.env['TEST_PG_ADMIN'];
  if (!address) throw new Error('There is no test database: run the tests through jest.config.js, or "npm test".');
  return address;
}

/** For a run outside jest, which has started a PostgreSQL of its own. */
export function takeAsTestServer(adminUrl: string): void {
  process.env['TEST_PG_ADMIN'] = adminUrl;
}
