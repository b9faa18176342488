import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a help-seeker was told of a notice, when and by whom, so that a list can name those who were told nothing. Only
 * grows: what was said cannot be unsaid. Safe for a database that exists: the table is new.
 */
export class Tellings1763740000509 implements MigrationInterface {
  name = 'Tellings1763740000509';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table tellings (
        id bigint generated always as identity primary key,
        case_id uuid not null references case_files,
        notice_id uuid not null references notices,
        code text not null check (code ~ '^[a-z-]+$'),
        partly boolean not null,
        how text not null check (how in ('told', 'not-reachable')),
        told_by uuid not null references users,
        at timestamptz not null default clock_timestamp()
      );
      create index tellings_of_notices on tellings (notice_id, code, partly);
      create index tellings_of_cases on tellings (case_id);
      create trigger tellings_kept before update or delete or truncate on tellings
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('What was told is never taken away: restore a backup instead.'));
  }
}
