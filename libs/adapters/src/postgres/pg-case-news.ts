import type { DataSource } from 'typeorm';
import { CaseNews, type NoticeNews } from '#application/case/case-news.js';
import { FOR_HOTLINE } from '#domain/notice/notice-answers.js';

/** The code under which a notice (`n`) and its standing (`s`) are told; `newsOf` of the domain says the same of a notice. */
const NEWS = `case when n.answers ? 'setAside' then 'not-reportable' else coalesce(s.code, s.class) end`;

const NOW = (spells: string): string => `${spells}.valid_from <= now() and ${spells}.valid_until > now()`;

/** How many items stand how, in the order of the codes; spells are found by their notice first, as their index has them. */
const ITEMS = `select coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'count', x.count) order by x.code), '[]')
  from (select case when n.answers ? 'setAside' then 'not-reportable' else coalesce(i.code, i.class) end as code,
               count(*)::int as count
        from content_items c left join follow_up_spells i on i.notice_id = n.id and i.item_id = c.id and ${NOW('i')}
        where c.notice_id = n.id group by 1) x`;

/** What can be told, from PostgreSQL. */
export class PgCaseNews extends CaseNews {
  constructor(private readonly db: DataSource) {
    super();
  }

  ofCase(caseId: string): Promise<readonly NoticeNews[]> {
    return this.db.query(
      `select n.id, n.reference, n.line, p.name as "platformName", n.sent_at as "sentAt",
         jsonb_build_object('code', ${NEWS}, 'partly', coalesce(s.partly, false), 'items', (${ITEMS})) as news,
         n.regime = 'article-22' and v.section3_exempt is not true as complaint,
         c.content ->> 'ageBand' in ('under-12', '12-15', '16-17')
           or coalesce(n.answers ->> 'imagery', '') = '${FOR_HOTLINE}' as minor,
         case when t.id is null then null else jsonb_build_object('how', t.how, 'at', t.at, 'by', t.name) end as told
       from notices n join case_files c on c.id = n.case_id
       left join platforms p on p.code = n.platform_code left join providers v on v.code = p.provider_code
       left join follow_up_spells s on s.notice_id = n.id and s.item_id is null and ${NOW('s')}
       left join lateral (
         select x.id, x.how, x.at, coalesce(u.name, '') as name from tellings x left join users u on u.id = x.told_by
         where x.notice_id = n.id and x.code = ${NEWS} and x.partly = coalesce(s.partly, false)
         order by x.id desc limit 1) t on true
       where n.case_id = $1 and (n.sent_at is not null or n.answers ? 'setAside')
       order by n.created_at desc, n.id`,
      [caseId],
    );
  }
}
