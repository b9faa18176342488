import type { DataSource } from 'typeorm';
import { type MailboxId, MailboxCursors } from '#application/correspondence/mailbox-cursors.js';

/** Cursors in PostgreSQL; a cursor never moves back but when the server has renumbered the mailbox. */
export class PgMailboxCursors extends MailboxCursors {
  constructor(private readonly db: DataSource) {
    super();
  }

  async lastUid({ mailbox, uidValidity }: MailboxId): Promise<number> {
    const rows: { last: string }[] = await this.db.query(
      'select last_uid as last from mailbox_cursors where mailbox = $1 and uid_validity = $2',
      [mailbox, String(uidValidity)],
    );
    return Number(rows[0]?.last ?? 0);
  }

  async took({ mailbox, uidValidity }: MailboxId, uid: number): Promise<void> {
    await this.db.query(
      `with taken as (
         insert into mailbox_mails (mailbox, uid_validity, uid) values ($1, $2, $3) on conflict do nothing)
       insert into mailbox_cursors as c (mailbox, uid_validity, last_uid, read_at) values ($1, $2, $3, now())
       on conflict (mailbox) do update set uid_validity = excluded.uid_validity, read_at = now(),
         last_uid = case when c.uid_validity = excluded.uid_validity then greatest(c.last_uid, excluded.last_uid)
                         else excluded.last_uid end`,
      [mailbox, String(uidValidity), uid],
    );
  }

  async notTaken({ mailbox, uidValidity }: MailboxId, uids: readonly number[]): Promise<readonly number[]> {
    const rows: { uid: string }[] = await this.db.query(
      `select uid from unnest($3::bigint[]) as asked(uid)
       where not exists (select from mailbox_mails m where m.mailbox = $1 and m.uid_validity = $2 and m.uid = asked.uid)
       order by uid`,
      [mailbox, String(uidValidity), uids],
    );
    return rows.map((row) => Number(row.uid));
  }
}
