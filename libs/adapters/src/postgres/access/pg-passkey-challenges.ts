import type { DataSource } from 'typeorm';
import { PasskeyChallenges, type ChallengePurpose } from '#application/access/passkey-challenges.js';
import { digestOf } from '../../access/secret.js';

const LASTING = `interval '5 minutes'`;

/** Challenges in PostgreSQL, by the digest of the browser's secret; making one sweeps those that are over. */
export class PgPasskeyChallenges extends PasskeyChallenges {
  constructor(private readonly db: DataSource) {
    super();
  }

  async keep(browser: string, purpose: ChallengePurpose, challenge: string): Promise<void> {
    const keep = `
      INSERT INTO passkey_challenges (browser_digest, purpose, challenge, ends_at)
      VALUES ($1, $2, $3, now() + ${LASTING})
      ON CONFLICT (browser_digest, purpose) DO UPDATE SET challenge = excluded.challenge, ends_at = excluded.ends_at`;
    await this.db.query('DELETE FROM passkey_challenges WHERE ends_at < now()');
    await this.db.query(keep, [digestOf(browser), purpose, challenge]);
  }

  async take(browser: string, purpose: ChallengePurpose): Promise<string | undefined> {
    const take = `DELETE FROM passkey_challenges WHERE browser_digest = $1 AND purpose = $2
                  RETURNING challenge, ends_at > now() AS "isOpen"`;
    const [rows]: [{ challenge: string; isOpen: boolean }[], number] = await this.db.query(take, [
      digestOf(browser),
      purpose,
    ]);
    return rows[0]?.isOpen ? rows[0].challenge : undefined;
  }
}
