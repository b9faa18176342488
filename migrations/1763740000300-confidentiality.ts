import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may see a case: its confidentiality and the people named on it get columns of their own, each opening of a sealed
 * case its reason, each person the lines they work for. Why: roles and confidentiality (reliability C3).
 * Safe for rows that exist: cases keep the confidentiality they were given, people keep seeing every line.
 */
export class Confidentiality1763740000300 implements MigrationInterface {
  name = 'Confidentiality1763740000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(OPENINGS);
    await db.query(LINES);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Who may see a case is never forgotten: restore a backup instead.'));
  }
}

const CASES = `
  alter table case_files add column confidentiality text not null default 'normal'
    check (confidentiality in ('normal', 'restricted', 'sealed'));
  alter table case_files add column named uuid[] not null default '{}'
    check (array_position(named, null) is null),
    add check (confidentiality <> 'normal' or named = '{}');
  update case_files set confidentiality = coalesce(content ->> 'confidentiality', 'normal'),
                        content = content - 'confidentiality';
  alter table case_files alter column confidentiality drop default, alter column named drop default;`;

/** Only grows: a reason that was given cannot be taken back or reworded. Sessions end and go, so theirs is no reference. */
const OPENINGS = `
  create table sealed_openings (
    id uuid primary key,
    case_id uuid not null references case_files,
    user_id uuid not null references users,
    session_id uuid not null,
    reason text not null check (length(btrim(reason)) between 1 and 1000),
    at timestamptz not null default clock_timestamp()
  );
  create index sealed_openings_of_sessions on sealed_openings (case_id, session_id, at desc);
  create trigger sealed_openings_kept before update or delete or truncate on sealed_openings
    for each statement execute function refuse_change();`;

const LINES = `
  alter table users add column lines text[] not null default '{helpline,hotline,prevention-line}'
    check (lines <@ array['helpline', 'hotline', 'prevention-line'] and array_position(lines, null) is null);
  alter table users alter column lines drop default;`;
