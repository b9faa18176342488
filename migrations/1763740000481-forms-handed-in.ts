import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has a form before them, what a form gave back, and finding a notice by the number it gave. No delivery was a
 * form until now, so nothing that exists has any of it. A form never passes through the machine's hands.
 */
export class FormsHandedIn1763740000481 implements MigrationInterface {
  name = 'FormsHandedIn1763740000481';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table deliveries
        add column in_hands jsonb check (jsonb_typeof(in_hands) = 'object'),
        add column receipt jsonb check (jsonb_typeof(receipt) = 'object'),
        add check (format = 'form-sheet' or (in_hands is null and receipt is null)),
        add check (format <> 'form-sheet' or state in ('queued', 'sent', 'failed', 'called-back')),
        add check (format <> 'form-sheet' or (state = 'sent') = (receipt is not null));
      drop index deliveries_by_their_reference;
      create index deliveries_by_their_reference on deliveries (upper(their_reference)) where their_reference <> '';
      create index deliveries_forms_waiting on deliveries (created_at) where state = 'queued' and format = 'form-sheet';`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Receipts are never taken away: restore a backup instead.'));
  }
}
