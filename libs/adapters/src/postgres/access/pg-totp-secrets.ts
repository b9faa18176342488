import type { DataSource } from 'typeorm';
import type { KeyRing } from '#application/access/key-ring.js';
import { TotpSecrets, type TotpSecret } from '#application/access/totp-secrets.js';
import { Sealer } from '../../access/sealer.js';

/** Secrets of authenticator apps in PostgreSQL, sealed for the person they belong to. */
export class PgTotpSecrets extends TotpSecrets {
  constructor(
    private readonly db: DataSource,
    private readonly keys: KeyRing,
  ) {
    super();
  }

  inUse(userId: string): Promise<TotpSecret | undefined> {
    return this.find(userId, 'in-use');
  }

  proposed(userId: string): Promise<TotpSecret | undefined> {
    return this.find(userId, 'proposed');
  }

  async propose(userId: string, secret: string): Promise<void> {
    const upsert = `
      INSERT INTO totp_secrets (user_id, state, sealed, last_step) VALUES ($1, 'proposed', $2, 0)
      ON CONFLICT (user_id, state) DO UPDATE SET sealed = excluded.sealed, made_at = now()`;
    await this.db.query(upsert, [userId, this.sealer().seal(secret, about(userId))]);
  }

  private sealer(): Sealer {
    return new Sealer(this.keys.derive('totp-secrets'));
  }

  private async find(userId: string, state: 'proposed' | 'in-use'): Promise<TotpSecret | undefined> {
    const select = 'SELECT sealed, last_step AS "lastStep" FROM totp_secrets WHERE user_id = $1 AND state = $2';
    const [row]: { sealed: Buffer; lastStep: string }[] = await this.db.query(select, [userId, state]);
    return row && { secret: this.sealer().open(row.sealed, about(userId)), lastStep: Number(row.lastStep) };
  }
}

const about = (userId: string): string => `totp-secrets/${userId}`;
