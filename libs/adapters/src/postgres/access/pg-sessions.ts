import type { DataSource } from 'typeorm';
import { digestOf, newSecret } from '../../access/secret.js';
import { Sessions, type Remark, type SignedIn } from '#application/access/sessions.js';
import { LONGEST_HOURS, type SessionTimes } from '#domain/access/session.js';

type Row = SignedIn & SessionTimes & { readonly now: Date };

/** One look-up per page: the person, the times and the clock come in a single row. */
const FIND = `
  SELECT s.id AS "sessionId", u.id AS "userId", u.email, u.name, u.role, u.lines, u.language, u.theme,
         s.remark IS NOT NULL AS "hasRemark", s.began_at AS "beganAt", s.seen_at AS "seenAt", now() AS now
    FROM sessions s JOIN users u ON u.id = s.user_id
   WHERE s.secret_digest = $1 AND NOT u.disabled`;

/** Sessions in PostgreSQL, by the digest of their secret. */
export class PgSessions extends Sessions {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** Opening one is also the moment at which those that were never ended are swept out. */
  async open(userId: string): Promise<string> {
    const secret = newSecret();
    const insert = 'INSERT INTO sessions (secret_digest, user_id) VALUES ($1, $2)';
    await this.db.query(insert, [digestOf(secret), userId]);
    await this.db.query('DELETE FROM sessions WHERE began_at < now() - make_interval(hours => $1)', [LONGEST_HOURS]);
    return secret;
  }

  async find(secret: string): Promise<{ person: SignedIn; times: SessionTimes; now: Date } | undefined> {
    const [row]: Row[] = await this.db.query(FIND, [digestOf(secret)]);
    if (!row) return undefined;
    const { beganAt, seenAt, now, ...person } = row;
    return { person, times: { beganAt, seenAt }, now };
  }

  async note(sessionId: string): Promise<void> {
    await this.db.query('UPDATE sessions SET seen_at = now() WHERE id = $1', [sessionId]);
  }

  async end(sessionId: string): Promise<void> {
    await this.db.query('DELETE FROM sessions WHERE id = $1', [sessionId]);
  }

  async endOthers(userId: string, keep: string | null): Promise<void> {
    const others = 'DELETE FROM sessions WHERE user_id = $1 AND ($2::uuid IS NULL OR id <> $2)';
    await this.db.query(others, [userId, keep]);
  }

  async say(sessionId: string, remark: Remark): Promise<void> {
    await this.db.query('UPDATE sessions SET remark = $2 WHERE id = $1', [sessionId, JSON.stringify(remark)]);
  }

  async hear(sessionId: string): Promise<Remark | undefined> {
    const take = `
      WITH said AS (SELECT id, remark FROM sessions WHERE id = $1 AND remark IS NOT NULL FOR UPDATE),
           taken AS (UPDATE sessions s SET remark = NULL FROM said WHERE s.id = said.id)
      SELECT remark FROM said`;
    const [row]: { remark: Remark }[] = await this.db.query(take, [sessionId]);
    return row?.remark;
  }
}
