import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Address of a migrated database of this test file's own, cloned from the template in about a tenth of a second. It
 * goes with the run's PostgreSQL; connections to it must be closed by the test.
 */
export async function freshDatabase(): Promise<string> {
  const trouble = process.env['TEST_PG_TROUBLE'];
  if (trouble) throw new Error(trouble);
  const name = `t_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query(`create database ${name} template tpl strategy file_copy`);
  } finally {
    await client.end();
  }
  return testServer().replace(/[^/]+$/, name);
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
