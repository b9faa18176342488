import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Anchors in the order in which they were made: by their moment the last one is not found where a clock was set back, and by
 * the entry it signs not where the log was cut off. Safe for rows that exist: they are numbered as they lie there.
 */
export class AnchorOrder1763740000334 implements MigrationInterface {
  name = 'AnchorOrder1763740000334';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table audit_anchors add column made bigint generated always as identity unique');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table audit_anchors drop column made');
  }
}
