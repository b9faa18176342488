import type { DataSource } from 'typeorm';
import { NoticeList, type EarlierNotice, type NoticeFilter, type NoticeRow } from '#application/notice/notice-list.js';
import type { PageOf } from '#application/page-of.js';
import { isUuid } from './is-uuid.js';

const ROW = `n.id, n.reference, n.case_id as "caseId", c.reference as "caseReference", n.platform_code as "platformCode",
  p.name as "platformName", n.status, s.class, coalesce(s.partly, false) as partly,
  (select count(*)::int from content_items i where i.notice_id = n.id) as items,
  n.created_at as "createdAt", n.sent_at as "sentAt", d.state as "deliveryState"`;

/** A notice with its case, platform, standing now and latest delivery. */
const FROM = `from notices n
  left join case_files c on c.id = n.case_id
  left join platforms p on p.code = n.platform_code
  left join follow_up_spells s on s.notice_id = n.id and s.item_id is null
    and s.valid_from <= now() and s.valid_until > now()
  left join lateral (select state from deliveries d where d.notice_id = n.id and d.purpose = 'notice'
                     order by d.created_at desc limit 1) d on true`;

/** The list of notices from PostgreSQL. */
export class PgNoticeList extends NoticeList {
  constructor(private readonly db: DataSource) {
    super();
  }

  async page({ page, size, ...wanted }: NoticeFilter): Promise<PageOf<NoticeRow>> {
    const where = `where n.status = any($1) and ($3::text is null or s.class = $3) and ($4::text is null or n.origin = $4)
      and ($2::text is null or exists (select from deliveries x where x.notice_id = n.id and x.state = $2))`;
    const filter = [wanted.statuses, wanted.deliveryState, wanted.class, wanted.origin];
    const rows: NoticeRow[] = await this.db.query(
      `select ${ROW} ${FROM} ${where} order by n.created_at desc, n.id limit $5 offset $6`,
      [...filter, size, (page - 1) * size],
    );
    const count: { total: number }[] = await this.db.query(`select count(*)::int as total ${FROM} ${where}`, filter);
    return { rows, total: count[0]!.total };
  }

  ofCase(caseId: string): Promise<readonly NoticeRow[]> {
    return this.db.query(`select ${ROW} ${FROM} where n.case_id = $1 order by n.created_at desc, n.id`, [caseId]);
  }

  some(ids: readonly string[]): Promise<readonly NoticeRow[]> {
    const known = ids.filter(isUuid);
    return this.db.query(`select ${ROW} ${FROM} where n.id = any($1) order by n.created_at desc, n.id`, [known]);
  }

  async byReference(reference: string): Promise<NoticeRow | null> {
    const rows: NoticeRow[] = await this.db.query(`select ${ROW} ${FROM} where n.reference = $1`, [reference]);
    return rows[0] ?? null;
  }

  about(canonicalUrls: readonly string[], except: string | null): Promise<readonly EarlierNotice[]> {
    return this.db.query(
      `select ${ROW}, a.canonical_url as "canonicalUrl", u.name as "sentBy" ${FROM}
       join content_items a on a.notice_id = n.id
       left join users u on u.id::text = n.bona_fide ->> 'by'
       where a.canonical_url = any($1) and n.id is distinct from $2
         and not (n.status = 'withdrawn' and n.sent_at is null)
       order by n.created_at desc limit 50`,
      [canonicalUrls, except],
    );
  }
}
