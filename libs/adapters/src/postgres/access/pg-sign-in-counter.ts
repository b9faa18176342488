import type { DataSource, EntityManager } from 'typeorm';
import { digestOf } from '../../access/secret.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import { oneMore, secondsToWait, type Tries } from '#domain/access/sign-in-tries.js';

/** Wrong tries in PostgreSQL, shared by all processes of the desk. */
export class PgSignInCounter extends SignInCounter {
  constructor(private readonly db: DataSource) {
    super();
  }

  count(email: string, address: string): Promise<number> {
    const who = whoIs(email, address);
    return this.db.transaction(async (manager) => {
      const { now, tries } = await lockAndRead(manager, who);
      const seconds = secondsToWait(tries, now);
      if (seconds === 0) await keep(manager, who, oneMore(tries, now));
      return seconds;
    });
  }

  async forget(email: string, address: string): Promise<void> {
    await this.db.query('DELETE FROM sign_in_tries WHERE who_digest = $1', [whoIs(email, address)]);
  }
}

const whoIs = (email: string, address: string): Buffer => digestOf(`${email}\n${address}`);

/** The lock stands on the key, not the row, so that two first tries at once are two tries. */
async function lockAndRead(manager: EntityManager, who: Buffer): Promise<{ now: Date; tries: Tries }> {
  await manager.query('SELECT pg_advisory_xact_lock($1::bigint)', [who.readBigInt64BE().toString()]);
  const [row]: [{ now: Date; wrong: number | null; lastAt: Date | null }] = await manager.query(
    `SELECT clock_timestamp() AS now, t.wrong, t.last_at AS "lastAt"
       FROM (SELECT $1::bytea AS digest) asked LEFT JOIN sign_in_tries t ON t.who_digest = asked.digest`,
    [who],
  );
  return { now: row.now, tries: { wrong: row.wrong ?? 0, lastAt: row.lastAt ?? row.now } };
}

async function keep(manager: EntityManager, who: Buffer, tries: Tries): Promise<void> {
  const upsert = `
    INSERT INTO sign_in_tries (who_digest, wrong, last_at) VALUES ($1, $2, $3)
    ON CONFLICT (who_digest) DO UPDATE SET wrong = excluded.wrong, last_at = excluded.last_at`;
  await manager.query(upsert, [who, tries.wrong, tries.lastAt]);
}
