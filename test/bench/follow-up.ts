import type { DataSource } from 'typeorm';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { PgFollowUpCounts } from '#adapters/postgres/pg-follow-up-counts.js';
import { EVERYTHING } from '#domain/access/reach.js';
import { figuresOf, type Unit } from '#domain/statistics/figures.js';
import { median, timed, type Figure, type Measure } from './figure.js';
import { fillFollowUp } from './follow-up-rows.js';

const TIMES = 5;
const ASKED = {
  from: new Date('2025-01-01T00:00:00Z'),
  until: new Date('2026-01-01T00:00:00Z'),
  asOf: new Date('2026-06-01T00:00:00Z'),
} as const;

/** Follow-up by platform over a million items against one hand-written query, and against a tenth of the items. */
export const followUp: Measure = {
  name: 'follow-up',
  async run({ database, share, say }) {
    const db = await openDataSource(await database.fresh('bench_follow_up'), 2);
    const notices = Math.round(500_000 * share);
    try {
      say(
        `filling ${notices / 5} items took ${seconds(await timed(() => fillFollowUp(db, { from: 0, to: notices / 10 })))}`,
      );
      const few = { item: (await bothTimes(db, 'item')).ours, notice: (await bothTimes(db, 'notice')).ours };
      const rest = await timed(() => fillFollowUp(db, { from: notices / 10, to: notices }));
      say(`filling up to ${notices * 2} items took ${seconds(rest)}`);
      return [
        ...(await figures(db, 'item', { few: few.item, items: notices * 2 })),
        ...(await figures(db, 'notice', { few: few.notice, items: notices * 2 })),
      ];
    } finally {
      await db.destroy();
    }
  },
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function figures(db: DataSource, unit: Unit, { few, items }: { few: number; items: number }): Promise<Figure[]> {
  const { ours, reference } = await bothTimes(db, unit);
  const size = items.toLocaleString('en');
  return [
    {
      what: `follow-up per ${unit}, ${size} items, against one query`,
      ours,
      reference,
      unit: 'ms',
      bound: { most: 1.3 },
    },
    { what: `the same, against a tenth of the items`, ours, reference: few, unit: 'ms', bound: { most: 10 } },
  ];
}

/** Medians in milliseconds, asked in turns so that a loaded moment strikes both. */
async function bothTimes(db: DataSource, unit: Unit): Promise<{ ours: number; reference: number }> {
  const ours: number[] = [];
  const reference: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    ours.push(await timed(() => askOurs(db, unit)));
    reference.push(await timed(() => db.query(BY_HAND[unit], [ASKED.from, ASKED.until, ASKED.asOf])));
  }
  return { ours: median(ours.slice(1)), reference: median(reference.slice(1)) }; // the first time warms the caches
}

async function askOurs(db: DataSource, unit: Unit): Promise<void> {
  const cohort = {
    ...ASKED,
    regimes: ['article-22'],
    line: null,
    platforms: null,
    unit,
    reach: EVERYTHING,
    zone: 'Europe/Amsterdam',
  } as const;
  const found = await new PgFollowUpCounts(db).of(cohort, 'platform');
  for (const { counts, times } of [...found.groups, found]) figuresOf(counts, times);
}

/** What somebody would write by hand for this one question: standings and durations per platform in one pass. */
const byHand = (join: string, decidedAt: string): string => `
  select n.platform_code, count(*), count(*) filter (where s.class = 'action-taken') as action_taken,
    count(*) filter (where s.class = 'no-action') as no_action, count(*) filter (where s.class = 'not-found') as not_found,
    count(*) filter (where s.class = 'rejected') as rejected, count(*) filter (where s.class = 'no-response') as no_response,
    count(*) filter (where s.class = 'pending') as pending,
    percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from ${decidedAt} - n.sent_at)::float8 / 3600),
    percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from n.acknowledged_at - n.sent_at)::float8 / 3600)
  from notices n ${join}
  where n.sent_at >= $1 and n.sent_at < $2 and n.regime = 'article-22' and s.valid_from <= $3 and s.valid_until > $3
  group by n.platform_code`;

const BY_HAND: Readonly<Record<Unit, string>> = {
  item: byHand(
    'join content_items i on i.notice_id = n.id join follow_up_spells s on s.item_id = i.id',
    'i.first_decided_at',
  ),
  notice: byHand('join follow_up_spells s on s.notice_id = n.id and s.item_id is null', 'n.decided_at'),
};
