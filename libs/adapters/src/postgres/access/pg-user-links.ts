import type { DataSource } from 'typeorm';
import { digestOf } from '../../access/secret.js';
import { UserLinks } from '#application/access/user-links.js';
import type { UserLink } from '#domain/access/user-link.js';

/** One-time links in PostgreSQL, by the digest of their secret. */
export class PgUserLinks extends UserLinks {
  constructor(private readonly db: DataSource) {
    super();
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
}
