import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mails of a mailbox are in our store, to compare with what the server has. A new table, so safe for what exists. */
export class MailboxMails1763740000210 implements MigrationInterface {
  name = 'MailboxMails1763740000210';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mailbox_mails (
        mailbox text not null,
        uid_validity bigint not null,
        uid bigint not null check (uid > 0),
        taken_at timestamptz not null default now(),
        primary key (mailbox, uid_validity, uid)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mailbox_mails');
  }
}
