import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { PreparedClient } from '#adapters/postgres/prepared-client.js';

let client: pg.Client;

beforeAll(async () => {
  client = new PreparedClient({ connectionString: await freshDatabase() });
  await client.connect();
});
afterAll(() => client.end());

const prepared = async (): Promise<number> => {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements');
  return rows[0]!.n;
};

test('a question is prepared when it is asked again, and answers each time for what it is asked with', async () => {
  const ask = async (with_: number) => (await client.query('select $1::int + 1 as sum', [with_])).rows as unknown;
  expect(await ask(1)).toEqual([{ sum: 2 }]);
  expect(await prepared()).toBe(0);
  expect([await ask(2), await ask(40)]).toEqual([[{ sum: 3 }], [{ sum: 41 }]]);
  expect(await prepared()).toBe(1);
});

test('what changes something, and what has no parameters, is not', async () => {
  const before = await prepared();
  for (let n = 0; n < 3; n += 1) {
    await client.query("select set_config('seinpost.test', '1', false)");
    await client.query('delete from sessions where user_id = $1', ['00000000-0000-4000-8000-000000000001']);
  }
  expect(await prepared()).toBe(before);
});

test('a question whose table was altered meanwhile fails once at most', async () => {
  const ask = async () => (await client.query('select * from altered where a < $1', [9])).rows as unknown;
  await client.query('create temporary table altered as select 1 as a');
  expect([await ask(), await ask(), await ask()]).toEqual([[{ a: 1 }], [{ a: 1 }], [{ a: 1 }]]);
  await client.query('alter table altered add column b int');
  await expect(ask()).rejects.toThrow('cached plan');
  for (let n = 0; n < 3; n += 1) expect(await ask()).toEqual([{ a: 1, b: null }]);
});

test('no more are kept than a connection has room for, and the rest is answered all the same', async () => {
  for (let n = 0; n < 260; n += 1) {
    for (let times = 0; times < 2; times += 1) {
      const { rows } = await client.query<{ n: number }>(`select $1::int + ${n} as n`, [times]);
      expect(rows[0]!.n).toBe(n + times);
    }
  }
  expect(await prepared()).toBe(200);
});
