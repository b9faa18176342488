import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AnchorFile } from '#application/access/anchor-places.js';
import { AnchorSigner } from '#application/access/anchor-signer.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { dataSourceOptions, openDataSource } from '#adapters/postgres/data-source.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { PgAuditTrail } from '#adapters/postgres/access/pg-audit-trail.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { MIGRATIONS } from '#migrations/all.js';
import { testServer } from '#test/setup/fresh-database.js';

/** How the desk wrote its log before it was a chain; what is undone takes a number all the same. */
const WRITE = `insert into event_log (id, kind, subject, subject_id, facts, actor_kind, actor, session_id)
  values (gen_random_uuid(), $1, 'case', $2, $3, 'system', 'before "the chain"', $4)`;
const NONE = { judge: () => 'other-key', all: () => Promise.resolve([]) } as unknown;

let db: DataSource;

beforeAll(async () => {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const server = await openDataSource(testServer(), 1);
  await server.query(`create database ${name}`);
  await server.destroy();
  const url = testServer().replace(/[^/]+$/, name);
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex((one) => one.name.startsWith('AuditChain')),
  );
  const old = await new DataSource({ ...dataSourceOptions(url, 1), migrations: before }).initialize();
  await old.runMigrations();
  await asTheOldDeskDid(old);
  await old.destroy();
  await migrate(url);
  db = await openDataSource(url, 2);
});
afterAll(() => db.destroy());

/** Six entries under the numbers 1, 2, 4, 5, 8 and 9, of which one bears an earlier moment than the one before. */
async function asTheOldDeskDid(old: DataSource): Promise<void> {
  const write = (n: number) => old.query(WRITE, ['case-opened', `é-${n}`, { n, text: '"\\\n😀' }, n % 2 ? null : 's']);
  const undone = (n: number) =>
    old
      .transaction(async (tx) => {
        for (let left = n; left > 0; left--) await tx.query(WRITE, ['case-closed', 'never', {}, null]);
        throw new Error('undone');
      })
      .catch(() => undefined);
  await write(1);
  await write(2);
  await undone(1);
  await write(3);
  await write(4);
  await undone(2);
  await write(5);
  await old.query(
    `insert into event_log (id, kind, subject, subject_id, facts, actor_kind, actor, at)
     values (gen_random_uuid(), 'case-closed', 'case', 'é-6', '{"n": 6}', 'system', 'x', now() - interval '1 day')`,
  );
  const numbers = (await old.query('select seq::int as seq from event_log order by seq')) as { seq: number }[];
  expect(numbers.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 8, 9]);
}

const verified = () =>
  new VerifyAudit(new PgAuditTrail(db), new NodeDigests(), NONE as AnchorSigner, NONE as AnchorFile).run({});
const entries = () => db.query('select seq::int as seq, facts from event_log order by seq') as Promise<object[]>;

test('a log that was kept before it was a chain is chained in its own order, and verifies', async () => {
  const text = '"\\\n😀';
  const kept = [1, 2, 3, 4, 5].map((n) => ({ seq: n, facts: { n, text } }));
  expect(await entries()).toEqual([...kept, { seq: 6, facts: { n: 6 } }]);
  expect(await verified()).toMatchObject({ ok: true, count: 6, clockBackAt: 6 });
});

test('new entries follow the old ones, and what was kept is refused change', async () => {
  const event = { id: crypto.randomUUID(), kind: 'case-opened', subject: 'case', subject_id: 'new', facts: {} };
  await db.query(`select append_events($1, 'system', 'test', null)`, [JSON.stringify([event])]);
  expect((await entries()).at(-1)).toEqual({ seq: 7, facts: {} });
  expect(await verified()).toMatchObject({ ok: true, count: 7 });
  await expect(db.query('delete from event_log where seq = 1')).rejects.toThrow('append-only');
});
