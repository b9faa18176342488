import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom to call in the organisation's country, from its data pack: numbers differ from one Member State to the next. Safe
 * for a database that exists: the table is new, and is filled with the other reference data.
 */
export class HelpLines1763740000508 implements MigrationInterface {
  name = 'HelpLines1763740000508';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table help_lines (
        code text primary key check (code in ('emergency', 'suicide', 'police', 'hotline')),
        name_nl text not null check (name_nl <> ''),
        name_en text not null check (name_en <> ''),
        number text not null,
        reach_nl text not null check (reach_nl <> ''),
        reach_en text not null check (reach_en <> ''),
        source text not null,
        verified_on date,
        confidence text not null check (confidence in ('V', 'P', 'K'))
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table help_lines');
  }
}
