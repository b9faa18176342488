import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A capture is of an item of a notice, or of the form that would not take it: such a capture names the defect instead.
 * Safe for what exists: every capture there is has its item, and keeps it.
 */
export class FormCaptures1763740000540 implements MigrationInterface {
  name = 'FormCaptures1763740000540';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table captures add column defect_id uuid references channel_defects;
      alter table captures alter column item_id drop not null;
      alter table captures add constraint captures_of_item_or_defect check ((item_id is null) <> (defect_id is null));
      create index captures_by_defect on captures (defect_id, started_at) where defect_id is not null;
      create index event_log_form_captures on event_log ((facts ->> 'defectId'), seq)
        where kind = 'form-capture-requested';`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Evidence is never taken away: restore a backup instead.'));
  }
}
