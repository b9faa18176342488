import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether single keys do something for a person. Why: whoever speaks to their computer, or rests a hand on the keys, must
 * be able to switch them off (WCAG 2.1.4). Safe for rows that exist: for everybody they are on, as for who comes later.
 */
export class Shortcuts1763740000505 implements MigrationInterface {
  name = 'Shortcuts1763740000505';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table users add column shortcuts boolean not null default true');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table users drop column shortcuts');
  }
}
