import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Choices of cases that people and teams keep under a name. A new table, so safe for what exists. */
export class SavedViews1763740000502 implements MigrationInterface {
  name = 'SavedViews1763740000502';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table saved_views (
        id uuid primary key,
        owner_id uuid not null references users,
        team text check (team in ('helpline', 'hotline', 'prevention-line')),
        name text not null check (length(btrim(name)) between 1 and 40),
        choice jsonb not null check (jsonb_typeof(choice) = 'object'),
        removed boolean not null,
        version int not null check (version > 0)
      );
      create unique index saved_views_of_people on saved_views (owner_id, lower(name)) where team is null and not removed;
      create unique index saved_views_of_teams on saved_views (team, lower(name)) where team is not null and not removed;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table saved_views');
  }
}
