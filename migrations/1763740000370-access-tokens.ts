import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Personal access tokens for the JSON API; only digests are kept; what a program sent once is answered again with
 * 201 or 204 and the address of the thing. Safe for rows that exist: one new table, one wider check.
 */
export class AccessTokens1763740000370 implements MigrationInterface {
  name = 'AccessTokens1763740000370';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table access_tokens (
        id uuid primary key,
        user_id uuid not null references users (id),
        digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
        name text not null check (btrim(name) <> '' and length(name) <= 60),
        scopes text[] not null check (cardinality(scopes) > 0),
        made_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > made_at and ends_at <= made_at + interval '366 days'),
        revoked_at timestamptz,
        last_used_at timestamptz,
        version int not null check (version > 0)
      );
      alter table answered_posts drop constraint answered_posts_leads_on,
        add constraint answered_posts_leads_on check (status between 200 and 399);
      create index access_tokens_by_user on access_tokens (user_id, made_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table access_tokens');
  }
}
