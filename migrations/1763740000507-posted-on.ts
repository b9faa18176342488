import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day content was put at its address, so that a ground is judged by the law of that day. Safe for rows that exist:
 * of them nobody said when, and null says so.
 */
export class PostedOn1763740000507 implements MigrationInterface {
  name = 'PostedOn1763740000507';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table content_items add column posted_on date');
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was recorded is never taken away: restore a backup instead.'));
  }
}
