import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files a person adds beside a notice: evidence without a capture, that belongs to the notice itself, and that its custody
 * may say is taken away. Safe for rows that exist: each has its capture and no notice of its own.
 */
export class Attachments1763740000484 implements MigrationInterface {
  name = 'Attachments1763740000484';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table evidence_items
        alter column capture_id drop not null,
        add column notice_id uuid references notices,
        add constraint evidence_items_of_check check ((capture_id is null) = (notice_id is not null)),
        add constraint evidence_items_upload_check check ((capture_id is null) = (kind = 'upload'));
      create index evidence_items_by_notice on evidence_items (notice_id) where notice_id is not null;
      alter table custody_entries drop constraint custody_entries_action_check;
      alter table custody_entries add constraint custody_entries_action_check check
        (action in ('stored', 'viewed', 'shown', 'exported', 'verified', 'held', 'purged', 'removed'));
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Evidence is never taken away: restore a backup instead.'));
  }
}
