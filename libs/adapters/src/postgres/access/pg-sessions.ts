import type { EntityManager } from 'typeorm';
import { digestOf, newSecret } from '../../access/secret.js';
import {
  Sessions,
  type FoundSession,
  type OpenSession,
  type Opening,
  type Remark,
  type SignedIn,
} from '#application/access/sessions.js';
import { isEnough, type Proof } from '#domain/access/proof.js';
import { IDLE_MINUTES, LONGEST_HOURS, MOST_SESSIONS, type SessionTimes } from '#domain/access/session.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { Db } from './db.js';

type Row = SignedIn & SessionTimes & { readonly proofs: Proof[]; readonly now: Date };

/** One look-up per page: the person, the times and the clock come in a single row. */
const FIND = `
  SELECT s.id AS "sessionId", u.id AS "userId", u.email, u.name, u.role, u.lines, u.language, u.theme, u.shortcuts,
         s.remark IS NOT NULL AS "hasRemark", s.proofs, s.began_at AS "beganAt", s.seen_at AS "seenAt",
         s.proved_at AS "provedAt", now() AS now
    FROM sessions s JOIN users u ON u.id = s.user_id AND u.role = s.role
   WHERE s.secret_digest = $1 AND NOT u.disabled`;

/** Sessions in PostgreSQL, by the digest of their secret. */
export class PgSessions extends Sessions {
  constructor(private readonly db: Db) {
    super();
  }

  /** Opening one is also the moment at which those that were never ended are swept out. */
  async open(userId: string, { proofs, device }: Opening): Promise<string> {
    const secret = newSecret();
    await this.db.transaction(async (tx) => {
      const insert = `
        INSERT INTO sessions (secret_digest, user_id, role, proofs, whole, device)
        SELECT $1, id, role, $3, $4, $5 FROM users WHERE id = $2`;
      await lockPerson(tx, userId);
      await tx.query(insert, [digestOf(secret), userId, proofs, isEnough(proofs), device]);
      await tx.query('DELETE FROM sessions WHERE began_at < now() - make_interval(hours => $1)', [LONGEST_HOURS]);
      await endSurplus(tx, userId);
    });
    return secret;
  }

  async prove(sessionId: string, proof: Proof): Promise<string> {
    const secret = newSecret();
    await this.db.transaction(async (tx) => {
      const select = 'SELECT user_id AS "userId", proofs FROM sessions WHERE id = $1';
      const [found]: { userId: string; proofs: Proof[] }[] = await tx.query(select, [sessionId]);
      if (!found) throw new RuleViolation('access.session-over');
      const proofs = [...new Set([...found.proofs, proof])];
      await lockPerson(tx, found.userId);
      const keep = `UPDATE sessions SET secret_digest = $2, proofs = $3, whole = $4, proved_at = now(), seen_at = now()
                     WHERE id = $1`;
      const [, kept]: [unknown, number] = await tx.query(keep, [sessionId, digestOf(secret), proofs, isEnough(proofs)]);
      if (kept === 0) throw new RuleViolation('access.session-over');
      await endSurplus(tx, found.userId);
    });
    return secret;
  }

  async find(secret: string): Promise<FoundSession | undefined> {
    const [row]: Row[] = await this.db.query(FIND, [digestOf(secret)]);
    if (!row) return undefined;
    const { beganAt, seenAt, provedAt, now, proofs, ...person } = row;
    return { person, proofs, times: { beganAt, seenAt, provedAt }, now };
  }

  of(userId: string): Promise<readonly OpenSession[]> {
    const open = `
      SELECT s.id AS "sessionId", s.device, s.began_at AS "beganAt", s.seen_at AS "seenAt"
        FROM sessions s JOIN users u ON u.id = s.user_id AND u.role = s.role
       WHERE s.user_id = $1 AND s.whole AND s.seen_at > now() - make_interval(mins => $2)
         AND s.began_at > now() - make_interval(hours => $3)
       ORDER BY s.seen_at DESC, s.began_at DESC`;
    return this.db.query(open, [userId, IDLE_MINUTES, LONGEST_HOURS]);
  }

  async note(sessionId: string): Promise<void> {
    await this.db.query('UPDATE sessions SET seen_at = now() WHERE id = $1', [sessionId]);
  }

  async end(sessionId: string): Promise<boolean> {
    const [, ended]: [unknown, number] = await this.db.query('DELETE FROM sessions WHERE id = $1', [sessionId]);
    return ended > 0;
  }

  async endOthers(userId: string, keep: string | null): Promise<readonly string[]> {
    const others = 'DELETE FROM sessions WHERE user_id = $1 AND ($2::uuid IS NULL OR id <> $2) RETURNING id';
    const [ended]: [{ id: string }[], number] = await this.db.query(others, [userId, keep]);
    return ended.map(({ id }) => id);
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

/** One opening at a time for one person, so that together they stay within the limit. */
async function lockPerson(tx: EntityManager, userId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 310))', [`sessions of ${userId}`]);
}

async function endSurplus(tx: EntityManager, userId: string): Promise<void> {
  const surplus = `
    DELETE FROM sessions WHERE id IN (
      SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY whole ORDER BY began_at DESC, proved_at DESC) AS place
                        FROM sessions WHERE user_id = $1) ranked
       WHERE place > $2)`;
  await tx.query(surplus, [userId, MOST_SESSIONS]);
}
