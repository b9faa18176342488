import type { DataSource } from 'typeorm';

/** How many notices there are before and after one filling, two items each. */
interface Filling {
  readonly from: number;
  readonly to: number;
}

/**
 * Fills notices, items and spells by SQL alone: each notice sent, acknowledged and decided at moments of its own, each
 * item pending first and decided later. Ids are scattered as random ones are, and every value repeats with the number.
 */
export async function fillFollowUp(db: DataSource, { from, to }: Filling): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`set local synchronous_commit = off`);
    await tx.query(`set local session_replication_role = replica`); // no foreign keys are looked up: all come from here
    const indexes = (await tx.query(INDEXES)) as { name: string; definition: string }[];
    for (const { name } of indexes) await tx.query(`drop index ${name}`);
    for (const insert of [NOTICES, ITEMS, NOTICE_SPELLS, ITEM_SPELLS]) await tx.query(insert, [from + 1, to]);
    for (const { definition } of indexes) await tx.query(definition);
  });
  await db.query('vacuum analyze notices, content_items, follow_up_spells');
}

/** Indexes that are no constraints; rebuilt at the end, which is many times quicker than row by row. */
const INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where tablename in ('notices', 'content_items', 'follow_up_spells') and indexdef not like 'CREATE UNIQUE%'`;

const NOTICE = `md5('n' || g)::uuid`;
const ITEM = `md5('i' || g || '/' || p)::uuid`;
const SENT = `timestamptz '2025-01-01' + interval '30 seconds' * g`;
/** Between a minute and two days, or two weeks, to the second. */
const ACKNOWLEDGED = `${SENT} + interval '1 second' * (60 + abs(hashint4(g)) % 172800)`;
const DECIDED = `${SENT} + interval '1 second' * (60 + abs(hashint4(g + 7)) % 1209600)`;
const ITEM_DECIDED = `${SENT} + interval '1 second' * (60 + abs(hashint4(g * 2 + p)) % 1209600)`;

const NOTICES = `
  insert into notices (id, reference, regime, origin, line, version, platform_code, channel, language, measure,
    manipulated, category, grounds, submitter_name, submitter_email, approval, answers, status, created_at, sent_at,
    acknowledged_at, decided_at)
  select ${NOTICE}, 'B-' || g, 'article-22', 'imported', 'helpline', 1,
    (array['instagram', 'facebook', 'tiktok', 'x', 'youtube', 'snapchat', 'telegram', 'reddit'])[1 + abs(hashint4(g)) % 8],
    'email', 'nl', 'remove', 'unknown', 'STATEMENT_CATEGORY_VIOLENCE', '[{"code": "AW21", "explanation": ""}]', '', '',
    '{"authors": [], "asked": null, "judged": null}',
    '{"danger": null, "scope": null, "expression": "", "shared": [], "alsoIn": null, "channelWord": null}', 'decided', ${SENT}, ${SENT}, ${ACKNOWLEDGED}, ${DECIDED}
  from generate_series($1::int, $2::int) g`;

const ITEMS = `
  insert into content_items (id, notice_id, position, url, canonical_url, content_type, locator, outcomes, observations,
    first_decided_at)
  select ${ITEM}, ${NOTICE}, p, 'https://a.example/' || g || '/' || p, 'https://a.example/' || g || '/' || p, 'post', '',
    '[]', '[]', ${ITEM_DECIDED}
  from generate_series($1::int, $2::int) g, generate_series(1, 2) p`;

const CLASS = `(array['action-taken', 'action-taken', 'action-taken', 'no-action', 'not-found', 'rejected', 'no-response',
  'action-taken'])[h]`;
const CODE = `(array['removed', 'removed', 'removed-geo', 'no-violation', 'not-found', 'not-entitled', null, 'restricted'])[h]`;

const NOTICE_SPELLS = `
  insert into follow_up_spells (notice_id, item_id, class, code, partly, valid_from, valid_until)
  select ${NOTICE}, null, s.class, s.code, false, s.valid_from, s.valid_until
  from generate_series($1::int, $2::int) g, lateral (select 1 + abs(hashint4(g + 3)) % 8 as h) chance,
    lateral (values ('pending', null, ${SENT}, ${DECIDED}), (${CLASS}, ${CODE}, ${DECIDED}, 'infinity'))
      s(class, code, valid_from, valid_until)`;

const ITEM_SPELLS = `
  insert into follow_up_spells (notice_id, item_id, class, code, partly, valid_from, valid_until)
  select ${NOTICE}, ${ITEM}, s.class, s.code, false, s.valid_from, s.valid_until
  from generate_series($1::int, $2::int) g, generate_series(1, 2) p,
    lateral (select 1 + abs(hashint4(g * 5 + p)) % 8 as h) chance,
    lateral (values ('pending', null, ${SENT}, ${ITEM_DECIDED}), (${CLASS}, ${CODE}, ${ITEM_DECIDED}, 'infinity'))
      s(class, code, valid_from, valid_until)`;
