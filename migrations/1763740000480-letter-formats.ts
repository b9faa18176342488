import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters that are no mail: the sheet of a form, a report by program. Until now every letter was a mail and every
 * delivery brought one, which is what existing rows say from now on. Addresses of forms are web addresses.
 */
export class LetterFormats1763740000480 implements MigrationInterface {
  name = 'LetterFormats1763740000480';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table letters add column format text not null default 'mail'
        check (format in ('mail', 'form-sheet', 'mastodon-report', 'bluesky-report'));
      alter table letters alter column format drop default;
      alter table letters drop constraint letters_sender_check, drop constraint letters_recipient_check;
      alter table letters
        add check (sender <> ''),
        add check (case format when 'mail' then sender ~ '^[^@ ]+@[^@ ]+$' and recipient ~ '^[^@ ]+@[^@ ]+$'
                               else recipient ~* '^https?://[^ ]+$' end);
      alter table deliveries add column format text not null default 'mail'
        check (format in ('mail', 'form-sheet', 'mastodon-report', 'bluesky-report'));
      alter table deliveries alter column format drop default;
      alter table deliveries add column their_reference text not null default '';
      alter table deliveries alter column their_reference drop default;
      create index deliveries_by_their_reference on deliveries (their_reference) where their_reference <> '';`);
  }

  async down(): Promise<void> {
    return Promise.reject(new Error('Letters are never taken away: restore a backup instead.'));
  }
}
