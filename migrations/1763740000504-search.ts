import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a search leans on: full text in Dutch and English, and pieces of words (trigrams) of references, addresses and
 * short texts. Indexes over what the rows say, so that they are never behind. Why: one box that finds whatever the desk
 * knows. Safe for rows that exist: nothing in them changes; while an index is made its table can be read and not written.
 * `pg_trgm` is trusted: whoever may make things in the database may make it, and where it is already nobody need.
 */
export class Search1763740000504 implements MigrationInterface {
  name = 'Search1763740000504';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists pg_trgm');
    await db.query(FUNCTIONS);
    await db.query(INDEXES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index case_files_words, case_files_pieces, case_files_pieces_of_reference, notices_words, notices_pieces,
        content_items_pieces, messages_words, messages_pieces;
      drop function words_of(text, text);
      drop function explanation_of(jsonb)`);
  }
}

/**
 * A text is cut before it is taken apart: a vector of words holds a megabyte at most, and a mail that holds more must not
 * fail to be kept. Texts of which nobody knows the language are read in both.
 */
const FUNCTIONS = `
  create function words_of(content text, language text) returns tsvector
    language sql immutable parallel safe cost 1000
    return case language
      when 'nl' then to_tsvector('pg_catalog.dutch'::regconfig, left(content, 20000))
      when 'en' then to_tsvector('pg_catalog.english'::regconfig, left(content, 20000))
      else to_tsvector('pg_catalog.dutch'::regconfig, left(content, 20000))
        || to_tsvector('pg_catalog.english'::regconfig, left(content, 20000)) end;
  create function explanation_of(grounds jsonb) returns text
    language sql immutable parallel safe cost 200
    return (select string_agg(said #>> '{}', ' ') from jsonb_path_query(grounds, '$[*].explanation') said);`;

const INDEXES = `
  create index case_files_words on case_files using gin (words_of(content ->> 'summary', 'both'));
  create index case_files_pieces on case_files
    using gin (((content ->> 'helpSeekerReference') || ' ' || (content ->> 'summary')) gin_trgm_ops);
  create index case_files_pieces_of_reference on case_files using gin (reference gin_trgm_ops);
  create index notices_words on notices using gin (words_of(explanation_of(grounds), language));
  create index notices_pieces on notices using gin (reference gin_trgm_ops);
  create index content_items_pieces on content_items using gin ((canonical_url || ' ' || locator) gin_trgm_ops);
  create index messages_words on messages using gin (words_of(
      (summary ->> 'subject') || ' ' || (summary ->> 'from') || ' ' || (summary ->> 'text'), reading ->> 'language'))
    where summary is not null;
  create index messages_pieces on messages
    using gin (((summary ->> 'subject') || ' ' || (summary ->> 'from')) gin_trgm_ops) where summary is not null;`;
