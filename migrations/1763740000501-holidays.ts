import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days on which an organisation of a country does not work, from its country pack. A new table, so safe for what exists. */
export class Holidays1763740000501 implements MigrationInterface {
  name = 'Holidays1763740000501';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table holidays (
        country text not null check (country ~ '^[A-Z]{2}$'),
        day date not null,
        name text not null check (name <> ''),
        primary key (country, day)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table holidays');
  }
}
