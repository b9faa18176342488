import type { DataSource } from 'typeorm';
import { AuditTrail } from '#application/access/audit-trail.js';
import { type Head, NO_ENTRY } from '#domain/access/anchor.js';
import type { AuditEntry } from '#domain/access/audit-entry.js';

/** Entries fetched at once: enough to be quick, few enough to hold. */
const BATCH = 5000;

/** Each value as text in the form that was hashed; a number fits a double up to 2^53 entries. */
const COLUMNS = `l.seq::float8 as seq, l.id::text as id, l.kind, l.subject, l.subject_id as "subjectId",
  l.facts::text as facts, l.actor_kind as "actorKind", l.actor, l.session_id as "sessionId",
  extract(epoch from l.at)::text as at, coalesce(encode(l.prev_hash, 'hex'), '') as "prevHash",
  coalesce(encode(l.hash, 'hex'), '') as hash`;

/** The chain in PostgreSQL. */
export class PgAuditTrail extends AuditTrail {
  constructor(private readonly db: DataSource) {
    super();
  }

  async isThere(): Promise<boolean> {
    const [row]: { there: boolean }[] = await this.db.query(`select to_regclass('event_log') is not null as there`);
    return row!.there;
  }

  async head(): Promise<Head> {
    const [row]: Head[] = await this.db.query(
      `select l.seq::float8 as seq, encode(l.hash, 'hex') as hash, (select count(*)::float8 from event_log) as count
       from event_log l order by l.seq desc limit 1`,
    );
    return row ?? NO_ENTRY;
  }

  async hashOf(seq: number): Promise<string | null> {
    const rows: { hash: string }[] = await this.db.query(
      `select encode(hash, 'hex') as hash from event_log where seq = $1`,
      [seq],
    );
    return rows[0]?.hash ?? null;
  }

  async numberAt(moment: Date, which: 'first' | 'last'): Promise<number | null> {
    const question = which === 'first' ? 'min(seq)::float8 as seq from event_log where at >=' : LAST;
    const [row]: { seq: number | null }[] = await this.db.query(`select ${question} $1`, [moment]);
    return row!.seq;
  }

  /** A cursor reads as of one moment and holds nobody up; entries under one number all come, which pages by key would not. */
  async *entries({ after, upTo }: { after: number; upTo: number | null }): AsyncIterable<readonly AuditEntry[]> {
    const runner = this.db.createQueryRunner();
    await runner.startTransaction('REPEATABLE READ');
    try {
      await runner.query(
        `declare entries no scroll cursor for select ${COLUMNS} from event_log l
         where l.seq > $1 and ($2::bigint is null or l.seq <= $2) order by l.seq`,
        [after, upTo],
      );
      const fetch = () => runner.query(`fetch ${BATCH} from entries`) as Promise<AuditEntry[]>;
      // The database looks up the next entries while these are hashed.
      for (let next = fetch(); ;) {
        const batch = await next;
        if (batch.length < BATCH) return void (yield batch);
        next = fetch();
        next.catch(() => undefined); // told where it is waited for; after a stop nobody waits
        yield batch;
      }
    } finally {
      await runner.rollbackTransaction().catch(() => undefined); // a broken connection has nothing to roll back
      await runner.release();
    }
  }
}

const LAST = 'max(seq)::float8 as seq from event_log where at <=';
