import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register as people maintain it: which version of each platform and provider stands, what the reference data last
 * said of it, every version that was, who saw a channel work, and how platforms took us on as a trusted flagger.
 * Why: what a person changed must never be overwritten by loading the reference data again, and every change keeps who,
 * when and why. Safe for rows that exist: new tables; loading the reference data right after makes their first entries.
 */
export class RegisterVersions1763740000490 implements MigrationInterface {
  name = 'RegisterVersions1763740000490';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table register_entries (
        thing text not null check (thing in ('platform', 'provider')),
        code text not null,
        version integer not null check (version >= 1),
        loaded jsonb check (jsonb_typeof(loaded) = 'object'),
        primary key (thing, code)
      );
      create table register_versions (
        thing text not null,
        code text not null,
        version integer not null check (version >= 1),
        facts jsonb not null check (jsonb_typeof(facts) = 'object'),
        cause text not null check (cause in ('loaded', 'added', 'amended', 'verified', 'onboarded')),
        reason text not null,
        user_id uuid,
        at timestamptz not null,
        primary key (thing, code, version),
        foreign key (thing, code) references register_entries,
        check ((cause = 'loaded') = (user_id is null)),
        check (cause <> 'amended' or reason <> '')
      );
      create trigger register_versions_only_grow before update or delete or truncate on register_versions
        for each statement execute function refuse_change();
      create table channel_checks (
        id bigint generated always as identity primary key,
        platform_code text not null references platforms,
        kind text not null check (kind in ('email', 'web-form', 'portal', 'api')),
        address text not null,
        seen_on date not null,
        user_id uuid not null,
        at timestamptz not null
      );
      create index channel_checks_by_platform on channel_checks (platform_code, at desc);
      create trigger channel_checks_only_grow before update or delete or truncate on channel_checks
        for each statement execute function refuse_change();
      create table platform_onboardings (
        id bigint generated always as identity primary key,
        platform_code text not null references platforms,
        state text not null check (state in ('asked', 'registered', 'refused', 'ended')),
        on_day date not null,
        address text,
        note text not null,
        user_id uuid not null,
        at timestamptz not null,
        check (state <> 'registered' or address is not null),
        check (state <> 'refused' or note <> '')
      );
      create index platform_onboardings_by_platform on platform_onboardings (platform_code, at desc);
      create trigger platform_onboardings_only_grow before update or delete or truncate on platform_onboardings
        for each statement execute function refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table platform_onboardings, channel_checks, register_versions, register_entries');
  }
}
