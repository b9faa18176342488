import { HkdfKeyRing } from '#adapters/access/hkdf-key-ring.js';
import { Ed25519AnchorSigner } from '#adapters/access/ed25519-anchor-signer.js';
import { PgAuditTrail } from '#adapters/postgres/access/pg-audit-trail.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import type { AnchorFile } from '#application/access/anchor-places.js';
import { VerifyAudit, type AuditVerification } from '#application/access/verify-audit.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import type { Anchor } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { DEEDS, tamper } from '#test/flows/audit/tampering.js';
import { TEST_KEY } from '#test/setup/test-key.js';
import { holds, type Fault, type Ground } from './fault.js';

const NOTED = { kind: 'case-opened', subject: 'case', subjectId: 'c-1', facts: { seen: 'here' } } as const;
const signer = new Ed25519AnchorSigner(new HkdfKeyRing(TEST_KEY));

/** F74 and F75: whoever rules the database changes the log, and a log that cannot be written. */
export const AUDIT_FAULTS: readonly Fault[] = [
  ...DEEDS.map(({ what, deed, seq, why }) => ({
    number: 'F74',
    says: `${what}: verification names entry ${seq}`,
    run: async ({ desk }: Ground) => {
      const anchors = await aLog(desk.db);
      const before = await verify(desk.db, anchors);
      holds(before.ok && before.count === 12, 'the log was not in order before it was touched');
      await tamper(desk.db, deed);
      const { firstBad } = await verify(desk.db, anchors);
      holds(firstBad?.seq === seq && why.test(firstBad.why), `it says ${JSON.stringify(firstBad)}`);
    },
  })),
  {
    number: 'F75',
    says: 'a log that cannot be written: the act fails too, and nothing has changed',
    run: async ({ desk }) => {
      await desk.db
        .query(`create or replace function append_events(events jsonb, by_kind text, by_whom text, by_session text)
        returns void language plpgsql as $$ begin raise exception 'no room for entries'; end $$`);
      const jobs = await JobQueue.open(desk.url, false);
      const books = new PgBooks(desk.db, jobs, new PgInstallation(desk.db));
      const one = CaseBuilder.aCase(1).build();
      const ended = await books
        .together(system('faults'), (open) => open.cases.add(one, { ...NOTED, subjectId: one.id }))
        .then(
          () => 'done',
          () => 'refused',
        );
      await jobs.close();
      const left: unknown[] = await desk.db.query('select from case_files where id = $1', [one.id]);
      holds(ended === 'refused' && left.length === 0, `the act was ${ended} and left ${left.length} rows`);
    },
  },
];

type Database = Ground['desk']['db'];

/** A log of exactly twelve entries, with anchors at the fifth and the tenth. */
async function aLog(db: Database): Promise<readonly Anchor[]> {
  await tamper(db, 'delete from event_log');
  const anchors: Anchor[] = [];
  for (const n of [5, 5, 2]) {
    const rows = Array.from({ length: n }, () => ({ ...NOTED, subject_id: NOTED.subjectId, id: crypto.randomUUID() }));
    await db.query(`select append_events($1, 'system', 'faults', null)`, [JSON.stringify(rows)]);
    anchors.push(signer.sign(await new PgAuditTrail(db).head(), new Date()));
  }
  return anchors.slice(0, 2);
}

function verify(db: Database, anchors: readonly Anchor[]): Promise<AuditVerification> {
  const file = { all: () => Promise.resolve(anchors) } as unknown as AnchorFile;
  return new VerifyAudit(new PgAuditTrail(db), new NodeDigests(), signer, file).run({ anchors });
}
