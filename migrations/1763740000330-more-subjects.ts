import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An event may be about more kinds of things: sessions, tokens, searches, exports. The list of them is the domain's
 * (`SUBJECTS`); here, as with `kind`, only its shape is held, so that a new one needs no migration. Safe for rows that
 * exist: the new check admits all that the old one did.
 */
export class MoreSubjects1763740000330 implements MigrationInterface {
  name = 'MoreSubjects1763740000330';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table event_log drop constraint event_log_subject_check;
      alter table event_log add constraint event_log_subject_check check (subject ~ '^[a-z][a-z-]+$');
    `);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('The event log is never taken away: restore a backup instead.'));
  }
}
