import type { DataSource } from 'typeorm';

/** How large a desk is to be; four items to a notice. */
export interface DeskSize {
  readonly cases: number;
  readonly notices: number;
  readonly messages: number;
}

/** A desk after years of work: a million items in a quarter of a million notices, most of it decided and closed. */
export const FULL_SIZE: DeskSize = { cases: 100_000, notices: 250_000, messages: 150_000 };

const TABLES = ['case_files', 'notices', 'content_items', 'follow_up_spells', 'messages', 'case_tallies'];

/**
 * Fills a desk by SQL alone: cases of every line and confidentiality, notices whose explanations and mails are made of
 * eight hundred words of which some stand nearly everywhere and most hardly anywhere, addresses as platforms write them.
 * Ids are scattered as random ones are, and every value repeats with the number.
 */
export async function fillDesk(db: DataSource, size: DeskSize, assignees: readonly string[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`set local synchronous_commit = off; set local maintenance_work_mem = '512MB'`);
    await tx.query(`set local session_replication_role = replica`); // no foreign keys are looked up: all come from here
    const indexes = (await tx.query(INDEXES, [TABLES])) as { name: string; definition: string }[];
    for (const { name } of indexes) await tx.query(`drop index ${name}`);
    await tx.query('create temporary table sentences (place int primary key, says text) on commit drop');
    await tx.query('insert into sentences select at - 1, says from unnest($1::text[]) with ordinality as s(says, at)', [
      sentences(),
    ]);
    await tx.query('analyze sentences');
    await tx.query(CASES, [size.cases, assignees]);
    await tx.query(NOTICES, [size.notices, size.cases]);
    await tx.query(ITEMS, [size.notices]);
    await tx.query(SPELLS, [size.notices]);
    await tx.query(MESSAGES, [size.messages, size.notices]);
    for (const { definition } of indexes) await tx.query(definition);
  });
  await db.query(`vacuum analyze ${TABLES.join(', ')}`);
  await db.query('select refresh_case_tallies(array(select id from case_files), false)');
  await db.query('vacuum analyze');
}

/** Indexes that are no constraints; rebuilt at the end, which is many times quicker than row by row. */
const INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where tablename = any($1) and indexdef not like 'CREATE UNIQUE%'`;

const SENTENCES = 4000;

/** Twelve words each; the cube makes the first words common and the last ones rare. */
function sentences(): string[] {
  const all = words();
  let seed = 7;
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const word = () => all[Math.floor(all.length * next() ** 3)]!;
  return Array.from({ length: SENTENCES }, () => Array.from({ length: 12 }, word).join(' '));
}

/** Made of syllables, so that stemming has something to do; the first are those that stand nearly everywhere. */
function words(): string[] {
  const [begins, middles, ends] = [
    ['foto', 'beeld', 'naam', 'adres', 'school', 'meis', 'jong', 'deel', 'plaat', 'ken'],
    ['lo', 'ra', 'tie', 've', 'ni', 'mo', 'ka', 'su'],
    ['s', 'en', 'ing', 'de', 'lijk', 'heid', 'baar', 'st', 'er', 'je'],
  ] as const;
  return begins.flatMap((one) => middles.flatMap((two) => ends.map((three) => one + two + three)));
}

const CASE = (g: string): string => `md5('c' || ${g})::uuid`;
const NOTICE = `md5('n' || g)::uuid`;
const ITEM = `md5('i' || g || '/' || p)::uuid`;
/** Two years of work, to the second. */
const BEGAN = (of: string): string => `timestamptz '2024-11-01' + (interval '730 days' * g / ${of})`;
const chance = (salt: number): string => `abs(hashint4(g * 31 + ${salt}))`;

/** So many sentences, each under a name of its own, and what they say together. */
const said = (count: number, salt: number) => {
  const names = Array.from({ length: count }, (_, n) => `says${n}`);
  const joins = names.map((name, n) => `join sentences ${name} on ${name}.place = ${chance(salt + n)} % ${SENTENCES}`);
  return { joins: joins.join(' '), text: names.map((name) => `${name}.says`).join(` || ' ' || `) };
};
const SUMMARY = said(1, 100);
const EXPLANATION = said(2, 200);
const MAIL = said(5, 300);

const LINE = (n: string): string =>
  `(case when abs(hashint4(${n})) % 10 < 7 then 'helpline' when abs(hashint4(${n})) % 10 < 9 then 'hotline' else 'prevention-line' end)`;

const CASES = `
  insert into case_files (id, reference, content, confidentiality, named, status, opened_at, closed_at, version, assignee)
  select ${CASE('g')}, 'Z-2026-' || lpad(g::text, 6, '0'),
    jsonb_build_object('line', ${LINE('g')}, 'helpSeekerReference', 'HL-' || g, 'ageBand', 'unknown', 'mandate', 'none',
      'mandateValidUntil', null, 'manipulated', 'unknown', 'threatToLife', false,
      'urgency', case when ${chance(5)} % 20 = 0 then 'soon' else 'normal' end, 'summary', ${SUMMARY.text}),
    case when ${chance(1)} % 100 < 96 then 'normal' when ${chance(1)} % 100 < 99 then 'restricted' else 'sealed' end, '{}',
    case when is_open then 'open' else 'closed' end, ${BEGAN('$1::float8')},
    case when is_open then null else ${BEGAN('$1::float8')} + interval '20 days' end, 1,
    ($2::uuid[])[1 + ${chance(2)} % greatest(cardinality($2::uuid[]), 1)]
  from generate_series(1, $1::int) g ${SUMMARY.joins}, lateral (select g > $1 - $1 / 20 as is_open) o`;

const NOTICES = `
  insert into notices (id, reference, case_id, regime, origin, line, version, platform_code, channel, language, measure,
    manipulated, category, grounds, submitter_name, submitter_email, bona_fide, approval, answers, status, created_at,
    submitted_at, sent_at, acknowledged_at, decided_at, closed_at)
  select ${NOTICE}, 'TF-2026-' || lpad(g::text, 6, '0'), ${CASE('c')}, 'article-22', 'desk', ${LINE('c')}, 1,
    (array['instagram', 'facebook', 'tiktok', 'x', 'youtube', 'snapchat', 'telegram', 'reddit'])[1 + ${chance(3)} % 8],
    'email', case when ${chance(4)} % 4 = 0 then 'en' else 'nl' end, 'remove', 'unknown', 'STATEMENT_CATEGORY_VIOLENCE',
    jsonb_build_array(jsonb_build_object('code', 'AW21', 'explanation', ${EXPLANATION.text})), '', '',
    '{"by": "", "at": "2026-01-01T00:00:00Z", "textVersion": "1"}', '{"authors": [], "asked": null, "judged": null}',
    '{"danger": null, "scope": null, "expression": "", "shared": [], "alsoIn": null, "channelWord": null}', s.status,
    began, began, case when s.status = 'draft' then null else began end,
    case when s.status in ('acknowledged', 'decided', 'closed') then began + interval '1 hour' end,
    case when s.status in ('decided', 'closed') then began + interval '3 days' end,
    case when s.status = 'closed' then began + interval '5 days' end
  from generate_series(1, $1::int) g ${EXPLANATION.joins},
    lateral (select 1 + (g::bigint * $2 / $1 - 1)::int % $2::int as c, ${BEGAN('$1::float8')} as began) of,
    lateral (select case when g < $1 - $1 / 50 then 'closed' when ${chance(6)} % 10 < 5 then 'decided'
      when ${chance(6)} % 10 < 7 then 'sent' when ${chance(6)} % 10 < 9 then 'acknowledged' else 'draft' end as status) s`;

const ADDRESS = `(array[
    'instagram.com/p/C' || substr(h, 1, 10), 'facebook.com/' || who || '/posts/' || num, 'tiktok.com/@' || who || '/video/' || num,
    'x.com/' || who || '/status/' || num, 'youtube.com/watch?v=' || substr(h, 1, 11), 'snapchat.com/@' || who,
    't.me/' || who || '/' || g, 'reddit.com/r/' || who || '/comments/' || substr(h, 1, 6)])[1 + ${chance(3)} % 8]`;

const ITEMS = `
  insert into content_items (id, notice_id, position, url, canonical_url, content_type, locator, outcomes, observations)
  select ${ITEM}, ${NOTICE}, p, 'https://www.' || address, address, 'post', '', '[]', '[]'
  from generate_series(1, $1::int) g, generate_series(1, 4) p,
    lateral (select md5(g || '-' || p) as h, 'gebruiker' || substr(md5('u' || (g * 4 + p) % 60000), 1, 7) as who,
      '7' || lpad((('x' || substr(md5(g || '+' || p), 1, 15))::bit(60)::bigint)::text, 18, '0') as num) parts,
    lateral (select ${ADDRESS} as address) one`;

/** Each notice and item stands as its status says; what is open falls silent after two weeks. */
const SPELLS = `
  insert into follow_up_spells (notice_id, item_id, class, code, partly, valid_from, valid_until)
  select n.id, i.id, s.class, s.code, false, s.valid_from, s.valid_until
  from notices n, lateral (select null::uuid as id union all select id from content_items where notice_id = n.id) i,
    lateral (
      select 'action-taken' as class, 'removed' as code, n.decided_at as valid_from, 'infinity'::timestamptz as valid_until
      where n.decided_at is not null
      union all select 'pending', null, n.sent_at, n.sent_at + interval '14 days' where n.decided_at is null
      union all select 'no-response', null, n.sent_at + interval '14 days', 'infinity' where n.decided_at is null) s
  where n.sent_at is not null and $1::int > 0`;

const MESSAGES = `
  insert into messages (id, digest, size, source, received_at, received_source, version, state, summary, match, reading,
    notice_id, handled_at, handled_as)
  select md5('m' || g)::uuid, encode(sha256(('m' || g)::bytea), 'hex'), 2000, 'imap', ${BEGAN('$1::float8')} + interval '2 days',
    'server', 1, 'matched',
    jsonb_build_object('from', 'Meldpunt <no-reply@platform' || ${chance(3)} % 8 || '.example>', 'to', 'desk@desk.example',
      'subject', 'Re: TF-2026-' || lpad(n::text, 6, '0'), 'messageId', null, 'text', ${MAIL.text},
      'attachments', '[]'::jsonb, 'defects', '[]'::jsonb),
    jsonb_build_object('noticeId', md5('n' || n)::uuid, 'how', 'reference', 'candidates', '[]'::jsonb),
    jsonb_build_object('meaning', 'decision', 'outcome', 'removed', 'items', '[]'::jsonb, 'reference', 'P-' || (500000 + g),
      'basis', null, 'territory', '[]'::jsonb, 'redressMentioned', false,
      'language', case when ${chance(4)} % 4 = 0 then 'en' else 'nl' end, 'confidence', 0.9, 'because', '[]'::jsonb),
    md5('n' || n)::uuid, case when g < $1 - 400 then now() end, case when g < $1 - 400 then 'decided' end
  from generate_series(1, $1::int) g ${MAIL.joins}, lateral (select greatest(1, (g::bigint * $2 / $1)::int) as n) of`;
