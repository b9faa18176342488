import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The installation itself, running numbers and the one event log. Safe on an empty database only; nothing existed before. */
export class Installation1763740000100 implements MigrationInterface {
  name = 'Installation1763740000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table installation (
        sole boolean primary key default true check (sole),
        kind text not null check (kind in ('practice', 'live')),
        organisation jsonb not null check (jsonb_typeof(organisation) = 'object'),
        made_at timestamptz not null default now()
      );
      create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
      create function refuse_other_kind() returns trigger language plpgsql as $$
        begin
          if new.kind <> old.kind then
            raise exception 'an installation stays what it was made as' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger installation_kind before update on installation for each row execute function refuse_other_kind();
      create trigger installation_kept before delete or truncate on installation
        for each statement execute function refuse_change();

      create table running_numbers (
        thing text not null check (thing in ('notice', 'case', 'escalation')),
        year int not null check (year between 1990 and 9999),
        last int not null check (last > 0),
        primary key (thing, year)
      );

      create table event_log (
        seq bigint generated always as identity primary key,
        id uuid not null unique,
        kind text not null check (kind ~ '^[a-z][a-z-]+$'),
        subject text not null check (subject in ('case', 'platform', 'notice', 'delivery', 'capture', 'message',
                                                 'escalation', 'user', 'installation')),
        subject_id text not null check (subject_id <> ''),
        facts jsonb not null check (jsonb_typeof(facts) = 'object'),
        actor_kind text not null check (actor_kind in ('user', 'system')),
        actor text not null check (actor <> ''),
        session_id text,
        at timestamptz not null default clock_timestamp()
      );
      create index event_log_by_subject on event_log (subject, subject_id, seq);
      create index event_log_by_notice on event_log ((facts ->> 'noticeId'), seq) where facts ? 'noticeId';
      create trigger event_log_kept before update or delete or truncate on event_log
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('The event log is never taken away: restore a backup instead.'));
  }
}
