import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grounds, providers and platforms as rows: reference data that people maintain. New tables, so safe for what exists. */
export class Register1763740000110 implements MigrationInterface {
  name = 'Register1763740000110';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table legal_grounds (
        code text primary key check (code ~ '^[A-Z0-9_]+$'),
        law text not null,
        article text not null,
        title_nl text not null check (title_nl <> ''),
        title_en text not null check (title_en <> ''),
        category text check (category ~ '^STATEMENT_CATEGORY_[A-Z_]+$'),
        keyword text check (keyword ~ '^KEYWORD_[A-Z_]+$'),
        capture_policy text not null check (capture_policy in ('full', 'masked', 'metadata', 'forbidden')),
        mandate_rule text not null check (mandate_rule in ('person-concerned', 'anyone', 'hotline-only')),
        csam_exception boolean not null,
        complaint_offence boolean not null,
        valid_from date,
        valid_to date,
        replaced_by text,
        source text not null,
        verified_on date,
        confidence text not null check (confidence in ('V', 'P', 'K')),
        check (valid_to is null or valid_from is null or valid_from <= valid_to)
      );
      create table providers (
        code text primary key check (code ~ '^[a-z0-9-]+$'),
        legal_entity text not null check (legal_entity <> ''),
        country text check (country ~ '^[A-Z]{2}$'),
        coordinator text,
        section3_exempt boolean,
        source text not null,
        verified_on date,
        confidence text not null check (confidence in ('V', 'P', 'K'))
      );
      create table platforms (
        code text primary key check (code ~ '^[a-z0-9-]+$'),
        provider_code text not null references providers,
        name text not null check (name <> ''),
        kind text not null check (kind in ('online-platform', 'search-engine', 'hosting', 'marketplace', 'app-store',
                                           'messaging', 'registrar')),
        vlop text check (vlop in ('vlop', 'vlose')),
        hosts jsonb not null check (jsonb_typeof(hosts) = 'array'),
        channels jsonb not null check (jsonb_typeof(channels) = 'array'),
        source text not null,
        verified_on date,
        confidence text not null check (confidence in ('V', 'P', 'K'))
      );
      create index platforms_by_provider on platforms (provider_code);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table platforms; drop table providers; drop table legal_grounds');
  }
}
