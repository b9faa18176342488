import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a country's pack says beside the provision itself (names of laws, themes, notes, former numbers, questions), the
 * official keywords, and the wordings of explanations with their history.
 * Why: reasons for a notice are built from answers, and a sent notice names the wording it used.
 * Safe for rows that exist: new columns are empty until `seinpost migrate` loads the pack right after; the wider mandate
 * rule takes every value there was; new tables hold nothing yet.
 */
export class GroundExplanations1763740000400 implements MigrationInterface {
  name = 'GroundExplanations1763740000400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table legal_grounds
        add column country text not null default 'NL' check (country ~ '^[A-Z]{2}$'),
        add column position integer not null default 0,
        add column law_nl text not null default '',
        add column law_en text not null default '',
        add column theme jsonb not null default '{"code": "", "nl": "", "en": ""}',
        add column complaint_nl text not null default '',
        add column complaint_en text not null default '',
        add column note_nl text not null default '',
        add column note_en text not null default '',
        add column former jsonb not null default '[]' check (jsonb_typeof(former) = 'array'),
        add column questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
        add column questions_source text not null default '',
        add column questions_confidence text not null default 'K' check (questions_confidence in ('V', 'P', 'K')),
        drop constraint legal_grounds_mandate_rule_check,
        add constraint legal_grounds_mandate_rule_check
          check (mandate_rule in ('person-concerned', 'author', 'relatives', 'anyone', 'hotline-only'));
      create table keywords (
        code text primary key check (code ~ '^KEYWORD_[A-Z_]+$'),
        label text not null check (label <> ''),
        nl text not null check (nl <> ''),
        category text check (category ~ '^STATEMENT_CATEGORY_[A-Z_]+$')
      );
      create table ground_explanations (
        ground text not null references legal_grounds,
        language text not null check (language in ('nl', 'en')),
        version integer not null check (version >= 1),
        text text not null check (text <> ''),
        source text not null check (source in ('pack', 'person')),
        user_id uuid,
        at timestamptz not null,
        primary key (ground, language, version),
        check ((source = 'person') = (user_id is not null))
      );
      create trigger ground_explanations_only_grow before update or delete or truncate on ground_explanations
        for each statement execute function refuse_change();
    `);
    for (const name of COLUMNS) await db.query(`alter table legal_grounds alter column ${name} drop default`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ground_explanations; drop table keywords');
    for (const name of COLUMNS) await db.query(`alter table legal_grounds drop column ${name}`);
  }
}

/** Their defaults serve the rows there were; every later row says for itself. */
const COLUMNS = [
  ...['country', 'position', 'law_nl', 'law_en', 'theme', 'complaint_nl', 'complaint_en', 'note_nl', 'note_en'],
  ...['former', 'questions', 'questions_source', 'questions_confidence'],
];
