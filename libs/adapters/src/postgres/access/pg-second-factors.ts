import { SecondFactors, type Factors, type Removable } from '#application/access/second-factors.js';
import type { Db } from './db.js';

const COUNT = `
  SELECT (SELECT count(*) FROM passkeys WHERE user_id = $1)::int AS passkeys,
         EXISTS (SELECT FROM totp_secrets WHERE user_id = $1 AND state = 'in-use') AS totp,
         (SELECT count(*) FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL)::int AS "recoveryCodes"`;

/** What people have for the second step, in PostgreSQL. */
export class PgSecondFactors extends SecondFactors {
  constructor(private readonly db: Db) {
    super();
  }

  of(userId: string): Promise<Factors> {
    return count(this.db, userId);
  }

  remove(userId: string, what: Removable, check: (have: Factors) => void): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 310))', [`second factors of ${userId}`]);
      check(await count(tx, userId));
      const [rows]: [unknown[], number] =
        what.kind === 'totp'
          ? await tx.query('DELETE FROM totp_secrets WHERE user_id = $1 RETURNING user_id', [userId])
          : await tx.query('DELETE FROM passkeys WHERE user_id = $1 AND id = $2 RETURNING user_id', [
              userId,
              Buffer.from(what.passkeyId, 'base64url'),
            ]);
      return rows.length > 0;
    });
  }
}

async function count(manager: Pick<Db, 'query'>, userId: string): Promise<Factors> {
  const [row]: [Factors] = await manager.query(COUNT, [userId]);
  return row;
}
