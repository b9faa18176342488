import type { DataSource } from 'typeorm';
import {
  Inbox,
  MOST_LISTED,
  MOST_SAID,
  type InboxFilter,
  type InboxPart,
  type InboxWork,
  type MessageRow,
} from '#application/correspondence/inbox.js';
import type { PageOf } from '#application/page-of.js';
import type { CaseReach } from '#domain/access/reach.js';
import { Message } from '#domain/correspondence/message.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { isUuid } from './is-uuid.js';
import { PgRawMail } from './pg-raw-mail.js';
import { bindTo, notOthers, NOTICE_LINE, withinReach, type Bind } from './within-reach.js';

const OPEN = 'm.handled_at is null';
const ASKS = "coalesce(m.reading ->> 'meaning', '') in ('question', 'confirmation-required')";

/** What each part holds. */
const SHOW: Readonly<Record<InboxPart, string>> = {
  open: OPEN,
  task: `${OPEN} and ${ASKS}`,
  answer: `${OPEN} and m.notice_id is not null and not ${ASKS}`,
  quarantined: `${OPEN} and m.state = 'quarantined'`,
  handled: 'm.handled_at is not null',
  all: 'true',
};

const OPEN_PARTS = ['open', 'task', 'answer', 'quarantined'] as const satisfies readonly InboxPart[];

/** A message with its notice and case, where it has them. */
const FROM = 'messages m left join notices n on n.id = m.notice_id left join case_files c on c.id = n.case_id';

const ROWS = `select m.id, m.received_at as "receivedAt", coalesce(m.summary ->> 'from', '') as from,
    coalesce(m.summary ->> 'subject', '') as subject, m.state, m.reading ->> 'meaning' as meaning,
    m.reading ->> 'outcome' as outcome, m.notice_id as "noticeId", n.reference as "noticeReference",
    p.name as "platformName", m.handled_as as "handledAs", m.trouble
  from ${FROM} left join platforms p on p.code = n.platform_code`;

const NEWEST = 'order by m.received_at desc, m.id';

const within = (reach: CaseReach, bind: Bind): string => withinReach(reach, bind, { line: NOTICE_LINE });

/** How many messages there are, under this name, counted no further than one more than so many. */
const upTo = (most: number, where: string, name: string): string =>
  `select count(*)::int as ${name} from (select from ${FROM} where ${where} limit ${Math.trunc(most) + 1}) f`;

const MARKS = `${ASKS} as task, m.notice_id is not null and not ${ASKS} as answer, m.state = 'quarantined' as quarantined`;

/** How many open messages there are of each part, and of both lists of those that are not others'. */
const OPEN_COUNTS = `(select jsonb_build_object('open', count(*), 'task', count(*) filter (where task),
    'answer', count(*) filter (where answer), 'quarantined', count(*) filter (where quarantined),
    'handled', max(h.handled), 'all', least(count(*) + max(h.handled), ${MOST_SAID + 1})) from open) as counts,
  (select count(*)::int from open where task and mine) as tasks,
  (select count(*)::int from open where answer and mine) as answers`;

const firstOf = (part: 'task' | 'answer', size: number): string =>
  `array(select id from open where ${part} and mine order by received_at desc, id limit ${Math.trunc(size)}) as ${part}`;

interface OpenNow {
  readonly counts: InboxWork['counts'];
  readonly tasks: number;
  readonly answers: number;
  readonly task: readonly string[];
  readonly answer: readonly string[];
}

/** The list of messages from PostgreSQL. */
export class PgInbox extends Inbox {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page(
    { show, forMe, page, size }: InboxFilter,
    reach: CaseReach,
    most = MOST_LISTED,
  ): Promise<PageOf<MessageRow>> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const mine = forMe ? `and ${notOthers(bind(reach.userId))}` : '';
    const where = `${SHOW[show]} and ${within(reach, bind)} ${mine}`;
    const count: { total: number }[] = await this.db.query(upTo(most, where, 'total'), parameters);
    const rows: MessageRow[] = await this.db.query(
      `${ROWS} where ${where} ${NEWEST} limit ${bind(size)} offset ${bind((page - 1) * size)}`,
      parameters,
    );
    return { rows, total: count[0]!.total };
  }

  async ofCase(caseId: string, reach: CaseReach): Promise<readonly MessageRow[]> {
    const parameters: unknown[] = [caseId];
    const kept = within(reach, bindTo(parameters));
    return isUuid(caseId) ? this.db.query(`${ROWS} where n.case_id = $1 and ${kept} ${NEWEST}`, parameters) : [];
  }

  /** The open ones are looked at once, to count them all and to find the few that are shown. */
  async waiting(forMe: boolean, size: number, reach: CaseReach): Promise<InboxWork> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const kept = within(reach, bind);
    const mine = forMe ? notOthers(bind(reach.userId)) : 'true';
    const [found]: [OpenNow] = await this.db.query(
      `with open as materialized (select m.id, m.received_at, ${MARKS}, ${mine} as mine from ${FROM} where ${OPEN} and ${kept})
       select ${OPEN_COUNTS}, ${(['task', 'answer'] as const).map((part) => firstOf(part, size)).join(', ')}
       from (${upTo(MOST_SAID, `${SHOW.handled} and ${kept}`, 'handled')}) h`,
      parameters,
    );
    const ids = [...found.task, ...found.answer];
    const rows = ids.length === 0 ? [] : await this.some(ids, reach);
    const listed = (of: readonly string[], total: number) => ({
      total,
      rows: of.flatMap((id) => rows.find((row) => row.id === id) ?? []),
    });
    return {
      counts: found.counts,
      task: listed(found.task, found.tasks),
      answer: listed(found.answer, found.answers),
    };
  }

  private some(ids: readonly string[], reach: CaseReach): Promise<readonly MessageRow[]> {
    const parameters: unknown[] = [ids];
    const kept = within(reach, bindTo(parameters));
    return this.db.query(`${ROWS} where m.id = any($1::uuid[]) and ${kept}`, parameters);
  }

  /** Open messages are few and have an index of their own; those of all years are counted no further than said. */
  async counts(reach: CaseReach): Promise<Readonly<Record<InboxPart, number>>> {
    const open = OPEN_PARTS.map((part) => `count(*) filter (where ${SHOW[part]})::int as ${part}`);
    const parameters: unknown[] = [];
    const kept = within(reach, bindTo(parameters));
    const rows: Record<InboxPart, number>[] = await this.db.query(
      `select o.*, h.handled, least(o.open + h.handled, ${MOST_SAID + 1}) as "all"
       from (select ${open.join(', ')} from ${FROM} where ${OPEN} and ${kept}) o,
            (${upTo(MOST_SAID, `${SHOW.handled} and ${kept}`, 'handled')}) h`,
      parameters,
    );
    return rows[0]!;
  }

  async message(id: string): Promise<Message> {
    const message = isUuid(id) ? await this.db.manager.findOneBy(Message, { id }) : null;
    if (!message) throw new RuleViolation('message.not-found', { id });
    return message;
  }

  bytes(digest: string): Promise<Uint8Array> {
    return new PgRawMail(this.db.manager, () => undefined).bytes(digest);
  }

  async beginning(digest: string, most: number): Promise<Uint8Array> {
    const rows: { bytes: Buffer }[] = await this.db.query(
      'select substring(bytes from 1 for $2) as bytes from message_bytes where digest = $1',
      [digest, most],
    );
    if (!rows[0]) throw new RuleViolation('message.not-found', { digest });
    return rows[0].bytes;
  }
}
