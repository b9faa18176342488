import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgAuditTrail } from '#adapters/postgres/access/pg-audit-trail.js';
import { AnchorFile } from '#application/access/anchor-places.js';
import { AnchorSigner } from '#application/access/anchor-signer.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { timed, type Measure } from './figure.js';

const ENTRIES = 1_000_000;
const AT_ONCE = 20_000;
/** What is asked for: ten million entries within ten minutes. */
const ASKED = { entries: 10_000_000, minutes: 10 };

/** Verifying a long event log, against reading the same rows and hashing their text without looking at them. */
export const auditVerify: Measure = {
  name: 'audit-verify',
  async run({ database, share, say }) {
    const db = await openDataSource(await database.fresh('bench_audit'), 2);
    try {
      const entries = Math.round((ENTRIES * share) / AT_ONCE) * AT_ONCE;
      await fill(db, entries);
      const bare = await timed(() => readAndHash(db));
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
      const ours = await timed(() => verified(db, entries));
      clearInterval(watch);
      say(`audit-verify: ${entries} entries, at most ${((most - before) / 2 ** 20).toFixed(0)} MiB more memory`);
      const minutes = (ours / entries) * (ASKED.entries / 60_000);
      say(`audit-verify: ten million entries would take ${minutes.toFixed(1)} minutes of ${ASKED.minutes}`);
      const [rate, reference] = [ours, bare].map((ms) => entries / (ms / 1000)) as [number, number];
      const what = `verifying ${entries} entries of the log, against reading and hashing them`;
      return [{ what, ours: rate, reference, unit: 'entries/s', bound: { least: 0.5 } }];
    } finally {
      await db.destroy();
    }
  },
};

async function fill(db: DataSource, entries: number): Promise<void> {
  for (let done = 0; done < entries; done += AT_ONCE) {
    await db.query(
      `select append_events((select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'kind', 'notice-decided',
         'subject', 'notice', 'subject_id', gen_random_uuid(), 'facts', jsonb_build_object('itemId', gen_random_uuid(),
         'code', 'removed-terms', 'n', n))) from generate_series(1, $1::int) n), 'user', gen_random_uuid()::text, null)`,
      [AT_ONCE],
    );
  }
  await db.query('vacuum analyze event_log');
}

async function verified(db: DataSource, entries: number): Promise<void> {
  const none = { judge: () => 'other-key', all: () => Promise.resolve([]) } as unknown;
  const verify = new VerifyAudit(new PgAuditTrail(db), new NodeDigests(), none as AnchorSigner, none as AnchorFile);
  const { ok, count } = await verify.run({});
  if (!ok || count !== entries) throw new Error(`the log of the bench is not in order: ${count} entries`);
}

/** The same rows by the same cursor, each hashed as one text. */
async function readAndHash(db: DataSource): Promise<void> {
  for await (const batch of new PgAuditTrail(db).entries({ after: 0, upTo: null })) {
    for (const row of batch) createHash('sha256').update(Object.values(row).join(',')).digest('hex');
  }
}
