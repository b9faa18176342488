import type { DataSource } from 'typeorm';
import { Inbox, type InboxFilter, type MessageRow } from '#application/correspondence/inbox.js';
import type { PageOf } from '#application/page-of.js';
import { Message } from '#domain/correspondence/message.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from './is-uuid.js';
import { PgRawMail } from './pg-raw-mail.js';

/** What each filter shows; a task is a message that asks something of us. */
const SHOW: Readonly<Record<InboxFilter['show'], string>> = {
  open: 'm.handled_at is null',
  task: "m.handled_at is null and m.reading ->> 'meaning' in ('question', 'confirmation-required')",
  quarantined: "m.state = 'quarantined' and m.handled_at is null",
  handled: 'm.handled_at is not null',
  all: 'true',
};

/** The list of messages from PostgreSQL. */
export class PgInbox extends Inbox {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ show, page, size }: InboxFilter): Promise<PageOf<MessageRow>> {
    const rows: MessageRow[] = await this.db.query(
      `select m.id, m.received_at as "receivedAt", coalesce(m.summary ->> 'from', '') as from,
              coalesce(m.summary ->> 'subject', '') as subject, m.state, m.reading ->> 'meaning' as meaning,
              m.reading ->> 'outcome' as outcome, m.notice_id as "noticeId", n.reference as "noticeReference",
              p.name as "platformName", m.handled_as as "handledAs"
       from messages m left join notices n on n.id = m.notice_id left join platforms p on p.code = n.platform_code
       where ${SHOW[show]} order by m.received_at desc, m.id limit $1 offset $2`,
      [size, (page - 1) * size],
    );
    const count: { total: number }[] = await this.db.query(
      `select count(*)::int as total from messages m where ${SHOW[show]}`,
    );
    return { rows, total: count[0]!.total };
  }

  async message(id: string): Promise<Message> {
    const message = isUuid(id) ? await this.db.manager.findOneBy(Message, { id }) : null;
    if (!message) throw new RuleViolation('message.not-found', { id });
    return message;
  }

  bytes(digest: string): Promise<Uint8Array> {
    return new PgRawMail(this.db.manager, () => undefined).bytes(digest);
  }
}
