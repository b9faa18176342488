import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { KeyRing } from '#application/access/key-ring.js';
import { RecoveryCodes } from '#application/access/recovery-codes.js';

/** Recovery codes in PostgreSQL, as HMAC-SHA-256 of person and code: a stolen table cannot even be tried against guesses. */
export class PgRecoveryCodes extends RecoveryCodes {
  constructor(
    private readonly db: DataSource,
    private readonly keys: KeyRing,
  ) {
    super();
  }

  digests(userId: string, codes: readonly string[]): Buffer[] {
    const key = this.keys.derive('recovery-codes');
    return codes.map((code) => createHmac('sha256', key).update(`${userId}\n${code}`).digest());
  }

  async areTheirs(userId: string, codes: readonly string[]): Promise<boolean> {
    const count = `SELECT count(DISTINCT code_digest)::int AS n FROM recovery_codes
                    WHERE user_id = $1 AND code_digest = ANY($2::bytea[]) AND used_at IS NULL`;
    const [row]: [{ n: number }] = await this.db.query(count, [userId, this.digests(userId, codes)]);
    return codes.length > 0 && row.n === codes.length;
  }
}
