import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  AnsweredPosts,
  type HeldPost,
  type PostAnswer,
  type PostClaim,
  type PostDigests,
} from '#application/access/answered-posts.js';
import { underWay } from './post-under-way.js';

/** How long a claim holds without being renewed: the database's clock decides, since a paused process has none. */
const HELD = `now() + interval '30 seconds'`;
/** How long a second sender waits for the first, and how often it looks, in milliseconds. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 60;

/** Takes a form nobody knows, or one whose holder is gone without having changed anything, with what it says now. */
const TAKE = `
  INSERT INTO answered_posts AS p (id, body_digest, fence, held_until) VALUES ($1, $2, $3, ${HELD})
  ON CONFLICT (id) DO UPDATE
     SET body_digest = excluded.body_digest, fence = excluded.fence, held_until = excluded.held_until
   WHERE p.status IS NULL AND NOT p.has_effect AND p.held_until < now()
  RETURNING 1`;

const LOOK = `
  SELECT body_digest = $2 AS "isSame", status, location, has_effect AS "hasEffect", held_until >= now() AS "isHeld"
    FROM answered_posts WHERE id = $1`;

interface Row {
  readonly isSame: boolean;
  readonly status: number | null;
  readonly location: string | null;
  readonly hasEffect: boolean;
  readonly isHeld: boolean;
}

/** Forms that were sent, in PostgreSQL: one row each, claimed by one statement, so that any number of processes may run. */
export class PgAnsweredPosts extends AnsweredPosts {
  constructor(private readonly db: DataSource) {
    super();
  }

  async claim(post: PostDigests): Promise<PostClaim> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = (await this.taken(post)) ?? (await this.known(post));
      if (found) return found;
      if (performance.now() > until) return { kind: 'still-busy' };
      await pause(LOOK_EVERY_MS);
    }
  }

  under<T>(held: HeldPost, run: () => T): T {
    return underWay(held, run);
  }

  async renew({ id, fence }: HeldPost): Promise<void> {
    await this.db.query(`UPDATE answered_posts SET held_until = ${HELD} WHERE id = $1 AND fence = $2`, [id, fence]);
  }

  async keep({ id, fence }: HeldPost, { status, location }: PostAnswer): Promise<void> {
    const keep = 'UPDATE answered_posts SET status = $3, location = $4, at = now() WHERE id = $1 AND fence = $2';
    await this.db.query(keep, [id, fence, status, location]);
  }

  /** Waits for a commit that is still under way, since that holds the row. */
  async release({ id, fence }: HeldPost): Promise<void> {
    await this.db.query('DELETE FROM answered_posts WHERE id = $1 AND fence = $2 AND NOT has_effect', [id, fence]);
    const letGo = `UPDATE answered_posts SET held_until = '-infinity' WHERE id = $1 AND fence = $2`;
    await this.db.query(letGo, [id, fence]);
  }

  async forget({ id, fence }: HeldPost): Promise<void> {
    await this.db.query('DELETE FROM answered_posts WHERE id = $1 AND fence = $2', [id, fence]);
  }

  async sweep(): Promise<void> {
    await this.db.query(`DELETE FROM answered_posts WHERE at < now() - interval '7 days'`);
  }

  private async taken({ id, body }: PostDigests): Promise<PostClaim | null> {
    const fence = randomUUID();
    const taken: unknown[] = await this.db.query(TAKE, [id, body, fence]);
    return taken.length > 0 ? { kind: 'ours', held: { id, fence } } : null;
  }

  /** Null while somebody is at it, and when it was let go just now. */
  private async known({ id, body }: PostDigests): Promise<PostClaim | null> {
    const [row]: Row[] = await this.db.query(LOOK, [id, body]);
    if (!row) return null;
    if (!row.isSame) return { kind: 'sent-otherwise' };
    if (row.status !== null) return { kind: 'answered', answer: { status: row.status, location: row.location! } };
    return row.hasEffect && !row.isHeld ? { kind: 'sent-already' } : null;
  }
}
