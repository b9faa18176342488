import type { DataSource } from 'typeorm';
import { digestOf, newSecret } from '../../access/secret.js';
import { UserLinks } from '#application/access/user-links.js';
import { LINK_HOURS, type UserLink } from '#domain/access/user-link.js';

/** One-time links in PostgreSQL, by the digest of their secret. */
export class PgUserLinks extends UserLinks {
  constructor(private readonly db: DataSource) {
    super();
  }

  async make(userId: string): Promise<{ secret: string; endsAt: Date }> {
    const secret = newSecret();
    const insert = `
      INSERT INTO user_links (secret_digest, user_id, ends_at)
      VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING ends_at AS "endsAt"`;
    const [row]: [{ endsAt: Date }] = await this.db.query(insert, [digestOf(secret), userId, LINK_HOURS]);
    return { secret, endsAt: row.endsAt };
  }

  async find(secret: string): Promise<{ link: UserLink | undefined; now: Date }> {
    const select = `
      SELECT now() AS now, l.user_id AS "userId", l.ends_at AS "endsAt", l.used_at IS NOT NULL AS used
        FROM (SELECT $1::bytea AS digest) asked LEFT JOIN user_links l ON l.secret_digest = asked.digest`;
    const [row]: [{ now: Date; userId: string | null; endsAt: Date; used: boolean }] = await this.db.query(select, [
      digestOf(secret),
    ]);
    const { now, userId, endsAt, used } = row;
    return { now, link: userId === null ? undefined : { userId, endsAt, used } };
  }

  async use(secret: string): Promise<boolean> {
    const use = `UPDATE user_links SET used_at = now()
                  WHERE secret_digest = $1 AND used_at IS NULL AND ends_at > now() RETURNING user_id`;
    const [rows]: [unknown[], number] = await this.db.query(use, [digestOf(secret)]);
    return rows.length === 1;
  }
}
