import type { DataSource } from 'typeorm';
import { NoticesByClue } from '#application/correspondence/notices-by-clue.js';
import type { Clues, FoundNotices } from '#domain/correspondence/match.js';

interface Row {
  /** Place of the mail among those asked about. */
  readonly at: number;
  readonly kind: Exclude<keyof FoundNotices, 'fromPlatform'>;
  readonly id: string;
  readonly own: boolean;
}

/** Looked up per value, so that the index of each kind is used however many mails are asked about at once. */
const SOURCES: readonly (readonly [kind: Row['kind'], of: string])[] = [
  ['byMessageId', 'select notice_id as id from deliveries where message_id = c.value'],
  ['byToken', 'select notice_id from deliveries where reply_token = c.value'],
  ['byReference', 'select id from notices where reference = c.value'],
  [
    'byTheirReference',
    `select notice_id from messages where reading ->> 'reference' = c.value and reading ->> 'reference' is not null
       and notice_id is not null`,
  ],
  ['byReceipt', `select notice_id from deliveries where upper(their_reference) = c.value and their_reference <> ''`],
  [
    'byUrl',
    `select i.notice_id from content_items i join notices n on n.id = i.notice_id
     where i.canonical_url = c.value and n.status in ('sent', 'acknowledged', 'decided')`,
  ],
];

/** Candidates of each kind per mail; `own` says whether the notice's platform writes from the sender's domain. */
const FIND = `
  with clues as (select * from unnest($1::int[], $2::text[], $3::text[]) as c(at, kind, value)),
  found as (
    ${SOURCES.map(
      ([kind, of]) =>
        `select c.at, c.kind, f.id from clues c cross join lateral (${of}) as f(id) where c.kind = '${kind}'`,
    ).join(' union ')}
  )
  select f.at, f.kind, f.id, coalesce((
    select bool_or(s.domain <> '' and (s.domain = host or s.domain like '%.' || host))
    from (select split_part(split_part(h, '/', 1), ':', 1) as host from jsonb_array_elements_text(p.hosts) h
          union select split_part(c ->> 'address', '@', 2) from jsonb_array_elements(p.channels) c
          where c ->> 'kind' = 'email' and c ->> 'address' is not null) hosts), false) as own
  from (select *, row_number() over (partition by at) as n from found) f join notices n on n.id = f.id
    left join platforms p on p.code = n.platform_code
    cross join lateral (select ($4::text[])[f.at + 1] as domain) s
  where f.n <= 200`;

/** The notices a mail may be about, from PostgreSQL. */
export class PgNoticesByClue extends NoticesByClue {
  constructor(private readonly db: DataSource) {
    super();
  }

  async findEach(mails: readonly Clues[]): Promise<readonly FoundNotices[]> {
    const clues = mails.flatMap((mail, at) =>
      SOURCES.flatMap(([kind]) => VALUES[kind](mail).map((value) => ({ at, kind, value }))),
    );
    const rows: Row[] =
      clues.length === 0
        ? []
        : await this.db.query(FIND, [
            clues.map(({ at }) => at),
            clues.map(({ kind }) => kind),
            clues.map(({ value }) => value),
            mails.map(({ senderDomain }) => senderDomain),
          ]);
    const byMail = Map.groupBy(rows, ({ at }) => at);
    return mails.map((_, at) => foundIn(byMail.get(at) ?? []));
  }

  async urlsOf(noticeIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (noticeIds.length === 0) return new Map();
    const rows: { id: string; urls: string[] }[] = await this.db.query(
      `select notice_id as id, array_agg(url order by position) as urls from content_items
       where notice_id = any($1) group by notice_id`,
      [[...new Set(noticeIds)]],
    );
    return new Map(rows.map(({ id, urls }) => [id, urls]));
  }
}

const VALUES: Readonly<Record<Row['kind'], (clues: Clues) => readonly string[]>> = {
  byMessageId: ({ messageIds }) => messageIds,
  byToken: ({ tokens }) => tokens,
  byReference: ({ references }) => references,
  byTheirReference: ({ theirReferences }) => theirReferences,
  byReceipt: ({ numbers }) => numbers,
  byUrl: ({ urls }) => urls,
};

function foundIn(rows: readonly Row[]): FoundNotices {
  const of = (kind: Row['kind']): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id);
  return {
    byMessageId: of('byMessageId'),
    byToken: of('byToken'),
    byReference: of('byReference'),
    byTheirReference: of('byTheirReference'),
    byReceipt: of('byReceipt'),
    byUrl: of('byUrl'),
    fromPlatform: rows.filter((row) => row.own).map((row) => row.id),
  };
}
