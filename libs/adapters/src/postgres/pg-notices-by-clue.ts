import type { DataSource } from 'typeorm';
import { NoticesByClue } from '#application/correspondence/notices-by-clue.js';
import type { Clues, FoundNotices } from '#domain/correspondence/match.js';

interface Row {
  readonly kind: Exclude<keyof FoundNotices, 'fromPlatform'>;
  readonly id: string;
  readonly own: boolean;
}

/** Candidates of each kind; `own` says whether the notice's platform writes from the sender's domain. */
const FIND = `
  with found as (
    select 'byMessageId' as kind, notice_id as id from deliveries where message_id = any($1)
    union select 'byToken', notice_id from deliveries where reply_token = any($2)
    union select 'byReference', id from notices where reference = any($3)
    union select 'byTheirReference', notice_id from messages
      where reading ->> 'reference' = any($4) and notice_id is not null
    union select 'byUrl', i.notice_id from content_items i join notices n on n.id = i.notice_id
      where i.canonical_url = any($5) and n.status in ('sent', 'acknowledged', 'decided')
  )
  select f.kind, f.id, coalesce((
    select bool_or($6 <> '' and ($6 = host or $6 like '%.' || host))
    from (select split_part(split_part(h, '/', 1), ':', 1) as host from jsonb_array_elements_text(p.hosts) h
          union select split_part(c ->> 'address', '@', 2) from jsonb_array_elements(p.channels) c
          where c ->> 'kind' = 'email' and c ->> 'address' is not null) hosts), false) as own
  from found f join notices n on n.id = f.id left join platforms p on p.code = n.platform_code limit 200`;

/** The notices a mail may be about, from PostgreSQL. */
export class PgNoticesByClue extends NoticesByClue {
  constructor(private readonly db: DataSource) {
    super();
  }

  async find({ messageIds, tokens, references, theirReferences, urls, senderDomain }: Clues): Promise<FoundNotices> {
    const clues = [messageIds, tokens, references, theirReferences, urls];
    const nothing = clues.every((clue) => clue.length === 0);
    const rows: Row[] = nothing ? [] : await this.db.query(FIND, [...clues, senderDomain]);
    const of = (kind: Row['kind']): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id);
    return {
      byMessageId: of('byMessageId'),
      byToken: of('byToken'),
      byReference: of('byReference'),
      byTheirReference: of('byTheirReference'),
      byUrl: of('byUrl'),
      fromPlatform: rows.filter((row) => row.own).map((row) => row.id),
    };
  }

  async urlsOf(noticeIds: readonly string[]): Promise<readonly string[]> {
    if (noticeIds.length === 0) return [];
    const rows: { url: string }[] = await this.db.query(
      'select url from content_items where notice_id = any($1) order by notice_id, position',
      [noticeIds],
    );
    return rows.map((row) => row.url);
  }
}
