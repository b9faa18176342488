import type { AppSteps } from '#application/access/ways-in.js';
import type { Db } from './db.js';

/** Codes of authenticator apps used up in PostgreSQL. */
export class PgAppSteps implements AppSteps {
  constructor(private readonly db: Db) {}

  /** The lock on the proposed row lets one of several through; the others find it gone. */
  takeUp(userId: string, step: number): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const lock = `SELECT 1 FROM totp_secrets WHERE user_id = $1 AND state = 'proposed' FOR UPDATE`;
      const found: unknown[] = await tx.query(lock, [userId]);
      if (found.length === 0) return false;
      await tx.query(`DELETE FROM totp_secrets WHERE user_id = $1 AND state = 'in-use'`, [userId]);
      const use = `UPDATE totp_secrets SET state = 'in-use', last_step = $2 WHERE user_id = $1 AND state = 'proposed'`;
      await tx.query(use, [userId, step]);
      return true;
    });
  }

  /** One statement, so that of many at the same time PostgreSQL lets one through. */
  async useStep(userId: string, step: number): Promise<boolean> {
    const use = `UPDATE totp_secrets SET last_step = $2
                  WHERE user_id = $1 AND state = 'in-use' AND last_step < $2 RETURNING user_id`;
    const [rows]: [unknown[], number] = await this.db.query(use, [userId, step]);
    return rows.length === 1;
  }
}
