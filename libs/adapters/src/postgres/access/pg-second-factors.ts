import type { DataSource } from 'typeorm';
import { SecondFactors, type Factors } from '#application/access/second-factors.js';

const COUNT = `
  SELECT (SELECT count(*) FROM passkeys WHERE user_id = $1)::int AS passkeys,
         EXISTS (SELECT FROM totp_secrets WHERE user_id = $1 AND state = 'in-use') AS totp,
         (SELECT count(*) FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL)::int AS "recoveryCodes"`;

/** What people have for the second step, in PostgreSQL. */
export class PgSecondFactors extends SecondFactors {
  constructor(private readonly db: DataSource) {
    super();
  }

  async of(userId: string): Promise<Factors> {
    const [row]: [Factors] = await this.db.query(COUNT, [userId]);
    return row;
  }
}
