import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a person is still learning the work: another then looks at each of their notices before it leaves.
 * Why: four eyes (reliability F72). Safe for rows that exist: nobody is in training until somebody says so.
 */
export class People1763740000320 implements MigrationInterface {
  name = 'People1763740000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN in_training boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN in_training');
  }
}
