import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a letter claims of the person affected, so that none leaves with a claim that the case has taken back meanwhile.
 * Safe for rows that exist: what left is not asked again, and of a letter that waits is taken that it claims nothing; one
 * that does is then refused and written anew.
 */
export class LetterClaims1763740000550 implements MigrationInterface {
  name = 'LetterClaims1763740000550';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `alter table letters add column claims jsonb not null default '{"mandate": null, "concernsMinor": false}'`,
    );
    await db.query('alter table letters alter column claims drop default');
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was recorded is never taken away: restore a backup instead.'));
  }
}
