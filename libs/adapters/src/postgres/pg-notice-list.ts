import type { DataSource } from 'typeorm';
import {
  NoticeList,
  type EarlierNotice,
  type NoticeChoice,
  type NoticeFilter,
  type NoticeRow,
} from '#application/notice/notice-list.js';
import { NOTICE_STATUSES } from '#domain/notice/notice-status.js';
import type { CaseReach } from '#domain/access/reach.js';
import type { PageOf } from '#application/page-of.js';
import { isUuid } from './is-uuid.js';
import { bindTo, notOthers, NOTICE_LINE, withinReach, type Bind } from './within-reach.js';

const ROW = `n.id, n.reference, n.case_id as "caseId", c.reference as "caseReference", n.platform_code as "platformCode",
  p.name as "platformName", n.status, s.class, coalesce(s.partly, false) as partly,
  (select count(*)::int from content_items i where i.notice_id = n.id) as items,
  n.created_at as "createdAt", n.sent_at as "sentAt", d.state as "deliveryState",
  case when d.format = 'form-sheet' and d.state = 'queued' then d.created_at end as "formSince"`;

/** A notice with its case, platform, standing now and latest delivery. */
const FROM = `from notices n
  left join case_files c on c.id = n.case_id
  left join platforms p on p.code = n.platform_code
  left join follow_up_spells s on s.notice_id = n.id and s.item_id is null
    and s.valid_from <= now() and s.valid_until > now()
  left join lateral (select state, format, created_at from deliveries d where d.notice_id = n.id and d.purpose = 'notice'
                     order by d.created_at desc limit 1) d on true`;

/** The same as far as a filter asks for it: what a row shows besides need not be found to be counted. */
const COUNTED = `from notices n
  left join case_files c on c.id = n.case_id
  left join follow_up_spells s on s.notice_id = n.id and s.item_id is null
    and s.valid_from <= now() and s.valid_until > now()`;

/** More than anybody has. */
const ALL = 2_000_000_000;

/** Of one address no more are shown; each address has its own, so that many of one hide none of another. */
const EARLIER_PER_ADDRESS = 10;

const LATEST = 'n.created_at desc, n.id';

const within = (reach: CaseReach, bind: Bind): string => withinReach(reach, bind, { line: NOTICE_LINE });

const returnedTo = (author: string): string =>
  `n.approval #>> '{judged,kind}' = 'returned' and n.approval -> 'authors' ? ${author}::text`;

/** Looked up first, as an array, for few are asked after: otherwise PostgreSQL looks for the delivery of every notice. */
const deliveredAs = (state: string): string =>
  `n.id = any(array(select x.notice_id from deliveries x where x.state = ${state}))`;

/** There is news in an open case of people who sought help, and nobody told it as it stands now (`newsOf` of the domain). */
const UNTOLD = `c.status = 'open' and n.line <> 'hotline'
  and (n.answers ? 'setAside' or s.class <> 'pending')
  and not exists (select from tellings t where t.notice_id = n.id and t.partly = coalesce(s.partly, false)
    and t.code = case when n.answers ? 'setAside' then 'not-reportable' else coalesce(s.code, s.class) end)`;

/** The platform has it, we withdrew it, and telling so failed last (`isWithdrawalUntold` of the domain). */
const WITHDRAWAL_UNTOLD = `n.status = 'withdrawn' and n.sent_at is not null
  and (select w.state from deliveries w where w.notice_id = n.id and w.purpose = 'withdrawal'
       order by w.created_at desc, w.id desc limit 1) = 'failed'`;

/** A form of it waits for a person to hand it in. */
const WAITS_AS_FORM = `n.id = any(array(select f.notice_id from deliveries f
  where f.format = 'form-sheet' and f.state = 'queued'))`;
const LONGEST_WAITING = 'd.created_at, n.id';

const orderOf = ({ waitsAsForm }: NoticeChoice): string => (waitsAsForm === true ? LONGEST_WAITING : LATEST);

/** What a choice asks of a notice `n`, its case `c` and its standing `s`; a question is only as long as what it asks. */
function conditions(wanted: NoticeChoice, reach: CaseReach, bind: Bind): string {
  return [
    within(reach, bind),
    ...(wanted.statuses.length === NOTICE_STATUSES.length ? [] : [`n.status = any(${bind(wanted.statuses)})`]),
    ...(wanted.class === null ? [] : [`s.class = ${bind(wanted.class)}`]),
    ...(wanted.origin === null ? [] : [`n.origin = ${bind(wanted.origin)}`]),
    ...(wanted.deliveryState === null ? [] : [deliveredAs(bind(wanted.deliveryState))]),
    ...(wanted.returned ? [returnedTo(bind(reach.userId))] : []),
    ...(wanted.notAsked ? [`n.approval #>> '{asked,at}' is null`] : []),
    ...(wanted.untold === true ? [UNTOLD] : []),
    ...(wanted.waitsAsForm === true ? [WAITS_AS_FORM] : []),
    ...(wanted.withdrawalUntold === true ? [WITHDRAWAL_UNTOLD] : []),
    ...(wanted.forMe === true ? [notOthers(bind(reach.userId))] : []),
  ].join(' and ');
}

/** The list of notices from PostgreSQL. */
export class PgNoticeList extends NoticeList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ page, size, ...wanted }: NoticeFilter, reach: CaseReach, most = ALL): Promise<PageOf<NoticeRow>> {
    const filter: unknown[] = [];
    const where = `where ${conditions(wanted, reach, bindTo(filter))}`;
    const shown = [...filter, size, (page - 1) * size];
    const rows: NoticeRow[] = await this.db.query(
      `select ${ROW} ${FROM} ${where} order by ${orderOf(wanted)} limit $${shown.length - 1} offset $${shown.length}`,
      shown,
    );
    if (page === 1 && rows.length < size) return { rows, total: rows.length };
    const [counted]: { total: number }[] = await this.db.query(
      `select count(*)::int as total from (select ${COUNTED} ${where} limit ${Math.trunc(most) + 1}) counted`,
      filter,
    );
    return { rows, total: counted!.total };
  }

  /** What is in each list is found first and once, both to count it and to show its beginning; then the rows of all. */
  async firsts(
    choices: readonly NoticeChoice[],
    reach: CaseReach,
    { size, most }: { readonly size: number; readonly most: number },
  ): Promise<readonly PageOf<NoticeRow>[]> {
    const parameters: unknown[] = [];
    const bind = bindTo(parameters);
    const each = choices.map((wanted, at) => {
      const order = orderOf(wanted);
      const from = wanted.waitsAsForm === true ? FROM : COUNTED;
      return `select ${at} as at, count(*)::int as total, (array_agg(f.id order by f.place))[1:${Math.trunc(size)}] as ids
        from (select n.id, row_number() over (order by ${order}) as place ${from}
              where ${conditions(wanted, reach, bind)} order by ${order} limit ${Math.trunc(most) + 1}) f`;
    });
    const lists: { total: number; ids: string[] | null }[] = await this.db.query(
      `${each.join(' union all ')} order by at`,
      parameters,
    );
    const rows = await this.some(
      lists.flatMap(({ ids }) => ids ?? []),
      reach,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return lists.map(({ total, ids }) => ({ total, rows: (ids ?? []).flatMap((id) => byId.get(id) ?? []) }));
  }

  ofCase(caseId: string, reach: CaseReach): Promise<readonly NoticeRow[]> {
    return this.where('n.case_id = $1', [caseId], reach);
  }

  some(ids: readonly string[], reach: CaseReach): Promise<readonly NoticeRow[]> {
    return this.where('n.id = any($1)', [ids.filter(isUuid)], reach);
  }

  toPlatform(code: string, most: number, reach: CaseReach): Promise<readonly NoticeRow[]> {
    const parameters: unknown[] = [code, most];
    const kept = within(reach, bindTo(parameters));
    return this.db.query(
      `select ${ROW} ${FROM} where n.platform_code = $1 and n.sent_at is not null and ${kept}
       order by n.sent_at desc, n.id limit $2`,
      parameters,
    );
  }

  async byReference(reference: string, reach: CaseReach): Promise<NoticeRow | null> {
    const rows = await this.where('n.reference = $1', [reference], reach);
    return rows[0] ?? null;
  }

  private where(condition: string, parameters: unknown[], reach: CaseReach): Promise<readonly NoticeRow[]> {
    const kept = within(reach, bindTo(parameters));
    return this.db.query(`select ${ROW} ${FROM} where ${condition} and ${kept} order by ${LATEST}`, parameters);
  }

  about(canonicalUrls: readonly string[], except: string | null, reach: CaseReach): Promise<readonly EarlierNotice[]> {
    const parameters: unknown[] = [canonicalUrls, except];
    return this.db.query(
      `select earlier.* from (select distinct unnest($1::text[]) as url) asked
       cross join lateral (
         select ${ROW}, asked.url as "canonicalUrl", u.name as "sentBy" ${FROM}
         left join users u on u.id::text = n.bona_fide ->> 'by'
         where n.id in (select a.notice_id from content_items a where a.canonical_url = asked.url)
           and n.id is distinct from $2
           and not (n.status = 'withdrawn' and n.sent_at is null) and ${within(reach, bindTo(parameters))}
         order by ${LATEST} limit ${EARLIER_PER_ADDRESS}
       ) earlier order by earlier."createdAt" desc, earlier.id, earlier."canonicalUrl"`,
      parameters,
    );
  }
}
