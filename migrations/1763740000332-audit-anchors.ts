import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the desk remembers of the anchors of its event log: which were made, and whether the auditors got them. The anchors
 * that prove something stand outside the database. Safe for rows that exist: only a new table.
 */
export class AuditAnchors1763740000332 implements MigrationInterface {
  name = 'AuditAnchors1763740000332';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_anchors (
        seq bigint not null check (seq > 0),
        hash bytea not null check (octet_length(hash) = 32),
        count bigint not null check (count > 0),
        at timestamptz not null,
        key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
        signature text not null check (signature <> ''),
        mailed_at timestamptz,
        mail_tries int not null default 0 check (mail_tries >= 0),
        mail_trouble text check (mail_trouble ~ '^[a-z][a-z0-9.-]*$'),
        primary key (seq, hash)
      );
      create index audit_anchors_unmailed on audit_anchors (at) where mailed_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table audit_anchors');
  }
}
