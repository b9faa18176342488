import type { DataSource } from 'typeorm';
import { KnownDevices } from '#application/access/known-devices.js';
import { digestOf, newSecret } from '../../access/secret.js';

/** A browser not seen for so long is no longer known. */
const FORGOTTEN = `interval '180 days'`;

/** Known browsers in PostgreSQL, by the digest of their secret; making one known sweeps those that are forgotten. */
export class PgKnownDevices extends KnownDevices {
  constructor(private readonly db: DataSource) {
    super();
  }

  async give(userId: string): Promise<string> {
    const secret = newSecret();
    await this.db.query(`DELETE FROM known_devices WHERE seen_at < now() - ${FORGOTTEN}`);
    await this.db.query('INSERT INTO known_devices (secret_digest, user_id) VALUES ($1, $2)', [
      digestOf(secret),
      userId,
    ]);
    return secret;
  }

  async isKnown(secret: string, email: string): Promise<boolean> {
    const note = `UPDATE known_devices d SET seen_at = now() FROM users u
                   WHERE d.secret_digest = $1 AND u.id = d.user_id AND u.email = $2
                     AND d.seen_at > now() - ${FORGOTTEN} RETURNING d.user_id`;
    const [rows]: [unknown[], number] = await this.db.query(note, [digestOf(secret), email]);
    return rows.length === 1;
  }
}
