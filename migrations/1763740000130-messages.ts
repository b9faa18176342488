import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that came in: raw bytes first, what is made of them beside it. New tables, so safe for what exists. */
export class Messages1763740000130 implements MigrationInterface {
  name = 'Messages1763740000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message_bytes (
        digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
        bytes bytea not null
      );
      create trigger message_bytes_kept before update or delete or truncate on message_bytes
        for each statement execute function refuse_change();
      create table messages (
        id uuid primary key,
        digest text not null unique references message_bytes,
        size bigint not null check (size >= 0),
        source text not null check (source in ('imap', 'intake', 'file')),
        received_at timestamptz not null,
        received_source text not null check (received_source in ('server', 'received-header', 'date-header', 'now')),
        version int not null check (version > 0),
        state text not null check (state in ('kept', 'matched', 'suggested', 'unmatched', 'quarantined')),
        summary jsonb,
        match jsonb,
        reading jsonb,
        trouble text,
        notice_id uuid references notices,
        handled_at timestamptz,
        handled_as text check (handled_as in ('decided', 'acknowledged', 'set-aside', 'delivery-settled')),
        check ((state = 'quarantined') = (trouble is not null)),
        check (state in ('kept', 'quarantined') or (summary is not null and match is not null and reading is not null)),
        check ((handled_at is null) = (handled_as is null))
      );
      create index messages_newest on messages (received_at desc, id);
      create index messages_unhandled on messages (received_at desc, id) where handled_at is null;
      create index messages_by_notice on messages (notice_id, received_at) where notice_id is not null;
      create index messages_not_understood on messages (received_at) where state = 'kept';
      create index messages_by_their_reference on messages ((reading ->> 'reference'))
        where notice_id is not null and reading ->> 'reference' is not null;
      create table mailbox_cursors (
        mailbox text primary key,
        uid_validity bigint not null,
        last_uid bigint not null check (last_uid >= 0),
        read_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Mail is never taken away: restore a backup instead.'));
  }
}
