import type { DataSource, EntityManager } from 'typeorm';
import { digestOf } from '../../access/secret.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import {
  FORGOTTEN_AFTER_SECONDS,
  isOnesOwn,
  oneMore,
  secondsToWait,
  type TryKey,
  type Tries,
} from '#domain/access/sign-in-tries.js';

/** A count with what stands in it. */
interface Count {
  readonly key: TryKey;
  readonly digest: Buffer;
  readonly tries: Tries;
}

/** Tries in PostgreSQL, shared by all processes of the desk. */
export class PgSignInCounter extends SignInCounter {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** Counting is also the moment at which counts that hold no more are swept out. */
  async count(keys: readonly TryKey[]): Promise<number> {
    await this.db.query(SWEEP, [FORGOTTEN_AFTER_SECONDS]);
    return this.db.transaction(async (tx) => {
      const { now, counts } = await lockAndRead(tx, keys);
      const seconds = Math.max(...counts.map(({ key, tries }) => secondsToWait(key.limit, tries, now)));
      if (seconds > 0) return seconds;
      for (const { key, digest, tries } of counts) await keep(tx, digest, oneMore(key.limit, tries, now));
      return 0;
    });
  }

  async forget(keys: readonly TryKey[]): Promise<void> {
    const [own, shared] = [keys.filter(isOnesOwn), keys.filter((key) => !isOnesOwn(key))];
    await this.db.query('DELETE FROM sign_in_tries WHERE who_digest = ANY($1::bytea[])', [own.map(whoIs)]);
    const back = 'UPDATE sign_in_tries SET wrong = wrong - 1 WHERE who_digest = ANY($1::bytea[]) AND wrong > 1';
    await this.db.query(back, [shared.map(whoIs)]);
  }
}

/** A few at a time and past those another counts just now, so that nobody waits for it. */
const SWEEP = `
  DELETE FROM sign_in_tries WHERE who_digest IN (
    SELECT who_digest FROM sign_in_tries WHERE last_at < now() - make_interval(secs => $1)
     ORDER BY last_at LIMIT 100 FOR UPDATE SKIP LOCKED)`;

const whoIs = ({ limit, of }: TryKey): Buffer => digestOf(`${limit}\n${of}`);

/** The locks stand on the keys, not the rows, so that two first tries at once are two tries; always in one order. */
async function lockAndRead(tx: EntityManager, keys: readonly TryKey[]): Promise<{ now: Date; counts: Count[] }> {
  const sorted = keys.map((key) => ({ key, digest: whoIs(key) })).sort((a, b) => Buffer.compare(a.digest, b.digest));
  for (const { digest } of sorted) {
    await tx.query('SELECT pg_advisory_xact_lock($1::bigint)', [digest.readBigInt64BE().toString()]);
  }
  const rows: { now: Date; digest: Buffer; wrong: number | null; lastAt: Date | null }[] = await tx.query(
    `SELECT clock_timestamp() AS now, asked.digest, t.wrong, t.last_at AS "lastAt"
       FROM unnest($1::bytea[]) AS asked (digest) LEFT JOIN sign_in_tries t ON t.who_digest = asked.digest`,
    [sorted.map(({ digest }) => digest)],
  );
  const now = rows[0]!.now;
  const counts = sorted.map(({ key, digest }) => {
    const row = rows.find((each) => each.digest.equals(digest));
    return { key, digest, tries: { wrong: row?.wrong ?? 0, lastAt: row?.lastAt ?? now } };
  });
  return { now, counts };
}

async function keep(tx: EntityManager, digest: Buffer, tries: Tries): Promise<void> {
  const upsert = `
    INSERT INTO sign_in_tries (who_digest, wrong, last_at) VALUES ($1, $2, $3)
    ON CONFLICT (who_digest) DO UPDATE SET wrong = excluded.wrong, last_at = excluded.last_at`;
  await tx.query(upsert, [digest, tries.wrong, tries.lastAt]);
}
