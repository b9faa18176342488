import type { KeptRecoveryCodes } from '#application/access/ways-in.js';
import type { Db } from './db.js';

/** Recovery codes in PostgreSQL, by digest, as they are made and used up. */
export class PgKeptRecoveryCodes implements KeptRecoveryCodes {
  constructor(private readonly db: Db) {}

  replace(userId: string, digests: readonly Uint8Array[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
      const insert = 'INSERT INTO recovery_codes (user_id, code_digest) SELECT $1, unnest($2::bytea[])';
      await tx.query(insert, [userId, digests]);
    });
  }

  /** One statement, so that of many at the same time PostgreSQL lets one through. */
  async use(userId: string, digest: Uint8Array): Promise<boolean> {
    const use = `UPDATE recovery_codes SET used_at = now()
                  WHERE user_id = $1 AND code_digest = $2 AND used_at IS NULL RETURNING user_id`;
    const [rows]: [unknown[], number] = await this.db.query(use, [userId, digest]);
    return rows.length === 1;
  }
}
