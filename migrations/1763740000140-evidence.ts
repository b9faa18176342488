import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Captures and the things kept of them; both only grow. New tables, so safe for what exists. */
export class Evidence1763740000140 implements MigrationInterface {
  name = 'Evidence1763740000140';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table captures (
        id uuid primary key,
        notice_id uuid not null references notices,
        item_id uuid not null,
        url text not null check (url ~* '^https?://'),
        grounds jsonb not null check (jsonb_typeof(grounds) = 'array'),
        policy text not null check (policy in ('full', 'masked', 'metadata', 'forbidden')),
        state text not null check (state in ('complete', 'partial', 'blocked', 'failed', 'refused')),
        reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
        http_status int check (http_status between 100 and 599),
        final_url text,
        started_at timestamptz not null,
        ended_at timestamptz not null,
        manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
        artefacts jsonb not null check (jsonb_typeof(artefacts) = 'array'),
        check (policy <> 'forbidden' or state = 'refused')
      );
      create index captures_by_notice on captures (notice_id, started_at);
      create index captures_by_item on captures (item_id, started_at);
      create trigger captures_kept before update or delete or truncate on captures
        for each statement execute function refuse_change();
      create table evidence_items (
        id uuid primary key,
        capture_id uuid not null references captures,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        kind text not null check (kind <> ''),
        size bigint not null check (size >= 0),
        media_type text not null check (media_type ~ '^[a-z]+/'),
        name text not null check (name <> '' and name !~ '[/\\\\]'),
        provenance jsonb not null check (jsonb_typeof(provenance) = 'object'),
        unique (capture_id, name)
      );
      create index evidence_items_by_digest on evidence_items (digest);
      create trigger evidence_items_kept before update or delete or truncate on evidence_items
        for each statement execute function refuse_change();
      create table custody_entries (
        seq bigint generated always as identity primary key,
        evidence_id uuid not null references evidence_items,
        at timestamptz not null,
        by text not null check (by <> ''),
        action text not null check (action in ('stored', 'viewed', 'shown', 'exported', 'verified', 'held', 'purged')),
        reason text
      );
      create index custody_entries_by_evidence on custody_entries (evidence_id, seq);
      create trigger custody_entries_kept before update or delete or truncate on custody_entries
        for each statement execute function refuse_change();
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Evidence is never taken away: restore a backup instead.'));
  }
}
