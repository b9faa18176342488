import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was sent to the desk once and how it was answered, so that sending it again changes nothing (reliability B3 rule 14).
 * Why: a double click, a slow line or the back button may bring the same form twice. Safe for rows that exist: only a new
 * table. Neither who sent it, nor where to, nor what stands there: `id` is a digest of the sender and the form's key, and
 * `body_digest` is one under that key, which nobody keeps.
 */
export class AnsweredPosts1763740000360 implements MigrationInterface {
  name = 'AnsweredPosts1763740000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANSWERED_POSTS);
    await runner.query('CREATE INDEX answered_posts_by_age ON answered_posts (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE answered_posts');
  }
}

/** `fence` names who works on it until `held_until`; `has_effect` is set in the transaction that changes something. */
const ANSWERED_POSTS = `
CREATE TABLE answered_posts (
  id bytea PRIMARY KEY,
  body_digest bytea NOT NULL,
  fence uuid NOT NULL,
  held_until timestamptz NOT NULL,
  has_effect boolean NOT NULL DEFAULT false,
  status smallint,
  location text,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT answered_posts_digests_are_sha256 CHECK (octet_length(id) = 32 AND octet_length(body_digest) = 32),
  CONSTRAINT answered_posts_answer_is_whole CHECK ((status IS NULL) = (location IS NULL)),
  CONSTRAINT answered_posts_leads_on CHECK (status BETWEEN 300 AND 399)
)`;
