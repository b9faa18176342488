import type { EntityManager } from 'typeorm';
import type { WaysIn } from '#application/access/ways-in.js';
import { LINK_HOURS } from '#domain/access/user-link.js';
import { digestOf, newSecret } from '../../access/secret.js';
import { PgAppSteps } from './pg-app-steps.js';
import { PgKeptRecoveryCodes } from './pg-kept-recovery-codes.js';
import { PgPasskeys } from './pg-passkeys.js';
import { PgSecondFactors } from './pg-second-factors.js';
import { PgSessions } from './pg-sessions.js';

/** Where second factors of people lie. */
const SECOND_FACTORS = ['passkeys', 'totp_secrets', 'recovery_codes', 'known_devices'];

/** Sessions and one-time links within the transaction of `tx`, by the digests of their secrets. */
export class PgWaysIn implements WaysIn {
  readonly sessions: PgSessions;
  readonly factors: PgSecondFactors;
  readonly passkeys: PgPasskeys;
  readonly appSteps: PgAppSteps;
  readonly recoveryCodes: PgKeptRecoveryCodes;

  constructor(private readonly tx: EntityManager) {
    this.sessions = new PgSessions(tx);
    this.factors = new PgSecondFactors(tx);
    this.passkeys = new PgPasskeys(tx);
    this.appSteps = new PgAppSteps(tx);
    this.recoveryCodes = new PgKeptRecoveryCodes(tx);
  }

  async endSessions(userId: string): Promise<void> {
    await this.tx.query('DELETE FROM sessions WHERE user_id = $1', [userId]);
  }

  async makeLink(userId: string): Promise<{ secret: string; endsAt: Date }> {
    const secret = newSecret();
    const insert = `
      INSERT INTO user_links (secret_digest, user_id, ends_at)
      VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING ends_at AS "endsAt"`;
    const [row]: [{ endsAt: Date }] = await this.tx.query(insert, [digestOf(secret), userId, LINK_HOURS]);
    return { secret, endsAt: row.endsAt };
  }

  async withdrawLinks(userId: string): Promise<void> {
    const end = `UPDATE user_links SET ends_at = greatest(clock_timestamp(), made_at + interval '1 microsecond')
                  WHERE user_id = $1 AND used_at IS NULL AND ends_at > now()`;
    await this.tx.query(end, [userId]);
  }

  async dropSecondFactors(userId: string): Promise<void> {
    for (const table of SECOND_FACTORS) await this.tx.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId]);
  }

  async useLink(secret: string): Promise<boolean> {
    const use = `UPDATE user_links SET used_at = now()
                  WHERE secret_digest = $1 AND used_at IS NULL AND ends_at > now() RETURNING user_id`;
    const [rows]: [unknown[], number] = await this.tx.query(use, [digestOf(secret)]);
    return rows.length === 1;
  }
}
