import type { DataSource, EntityManager } from 'typeorm';
import { FollowUpCounts, type Cohort, type CohortCounts } from '#application/statistics/follow-up-counts.js';
import { isEverything } from '#domain/access/reach.js';
import type { Breakdown, Durations, StandingCount, Times, Unit } from '#domain/statistics/figures.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

interface CountRow extends StandingCount {
  readonly key: string;
}

interface TimesRow {
  readonly key: string | null;
  readonly a_n: number;
  /** Median and P90 in hours, from one sort; null where there is nothing to measure. */
  readonly a_marks: readonly [number, number] | null;
  readonly d_n: number;
  readonly d_marks: readonly [number, number] | null;
  readonly excluded: number;
}

/** The column a breakdown groups by; `g` is a ground of the notice, `p` its platform. */
const KEYS: Readonly<Record<Breakdown, string>> = {
  platform: 'n.platform_code',
  provider: 'p.provider_code',
  ground: "g ->> 'code'",
  category: "coalesce(n.category, 'unknown')",
  channel: "coalesce(n.channel, 'unknown')",
  month: "to_char(n.sent_at at time zone $6, 'YYYY-MM')",
};

const JOINS: Partial<Record<Breakdown, string>> = {
  provider: 'join platforms p on p.code = n.platform_code',
  ground: 'cross join lateral jsonb_array_elements(n.grounds) g',
};

/** Figures straight from the spells: one pass for the standings, one for the durations. */
export class PgFollowUpCounts extends FollowUpCounts {
  constructor(private readonly db: DataSource) {
    super();
  }

  /** All of one moment's picture, so that a decision that comes in meanwhile is in every figure or in none. */
  of(cohort: Cohort, by: Breakdown | null): Promise<CohortCounts> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(ROOM);
      return this.within(tx, cohort, by);
    });
  }

  private async within(tx: EntityManager, cohort: Cohort, by: Breakdown | null): Promise<CohortCounts> {
    const rows = await this.countsBy(tx, cohort, by);
    const times = await this.timesBy(tx, cohort, by);
    const all =
      by === 'ground'
        ? { rows: await this.countsBy(tx, cohort, null), times: await this.timesBy(tx, cohort, null) }
        : { rows, times };
    const whole = all.times.find((row) => row.key === null);
    return {
      counts: all.rows,
      times: timesOf(whole),
      excluded: whole?.excluded ?? 0,
      groups: by === null ? [] : groups(rows, times),
    };
  }

  private countsBy(tx: EntityManager, cohort: Cohort, by: Breakdown | null): Promise<CountRow[]> {
    const key = by === null ? "''" : KEYS[by];
    const { where, parameters } = asked(cohort);
    return tx.query(
      `select ${key} as key, s.class, s.code, count(*)::int as count, count(*) filter (where s.partly)::int as partly
       ${from(by, cohort)} join follow_up_spells s on s.notice_id = n.id and ${spellOf[cohort.unit]}
         and s.valid_from <= $3 and s.valid_until > $3
       ${where} group by 1, 2, 3`,
      parameters,
    );
  }

  private timesBy(tx: EntityManager, cohort: Cohort, by: Breakdown | null): Promise<TimesRow[]> {
    const { where, parameters } = asked(cohort);
    const [key, sets] = by === null ? ['null::text', '()'] : ['key', '(), (key)'];
    return tx.query(
      `select ${key} as key, ${durations('a')}, ${durations('d')},
              (count(*) filter (where a < 0) + count(*) filter (where d < 0))::int as excluded
       from (select ${by === null ? "''" : KEYS[by]} as key,
                    ${hours('n.acknowledged_at')} as a, ${hours(decidedAt[cohort.unit])} as d
             ${from(by, cohort)} ${cohort.unit === 'item' ? 'join content_items i on i.notice_id = n.id' : ''} ${where}) durations
       group by grouping sets (${sets})`,
      parameters,
    );
  }
}

/** Sorting and joining in memory for these queries alone: a million items in the usual 4 MB go to disk and back. */
const ROOM = "select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)";

/** Cases are looked at only where some are out of reach. */
const from = (by: Breakdown | null, { reach }: Cohort): string =>
  `from notices n ${isEverything(reach) ? '' : 'left join case_files c on c.id = n.case_id'} ${(by && JOINS[by]) ?? ''}`;
const WHERE = `where n.sent_at >= $1 and n.sent_at < $2 and n.regime = any($4) and ($5::text is null or n.line = $5)
  and $6::text is not null and ($7::text[] is null or n.platform_code = any($7))`;
const spellOf: Readonly<Record<Unit, string>> = { notice: 's.item_id is null', item: 's.item_id is not null' };
const decidedAt: Readonly<Record<Unit, string>> = { notice: 'n.decided_at', item: 'i.first_decided_at' };

/** Hours from sending to a moment that had come by then, else null. `date_part` counts in binary, so it sorts faster. */
const hours = (moment: string): string =>
  `case when ${moment} <= $3 then date_part('epoch', ${moment} - n.sent_at) / 3600 end`;

const durations = (name: string): string =>
  `count(*) filter (where ${name} >= 0)::int as ${name}_n,
   percentile_cont(array[0.5, 0.9]) within group (order by ${name}) filter (where ${name} >= 0) as ${name}_marks`;

function asked(cohort: Cohort): { where: string; parameters: unknown[] } {
  const { from: first, until, asOf, regimes, line, zone, platforms, reach } = cohort;
  const parameters: unknown[] = [first, until, asOf, regimes, line, zone, platforms];
  const within = withinReach(reach, bindTo(parameters), { line: NOTICE_LINE });
  return { where: `${WHERE} and ${within}`, parameters };
}

function groups(rows: readonly CountRow[], times: readonly TimesRow[]): CohortCounts['groups'] {
  const byKey = Map.groupBy(rows, (row) => row.key);
  return [...byKey].map(([key, counts]) => ({ key, counts, times: timesOf(times.find((row) => row.key === key)) }));
}

const timesOf = (row: TimesRow | undefined): Times => ({
  acknowledgementHours: duration(row?.a_n, row?.a_marks),
  decisionHours: duration(row?.d_n, row?.d_marks),
});

const duration = (n = 0, marks: readonly [number, number] | null = null): Durations => ({
  n,
  median: twoDecimals(marks?.[0]),
  p90: twoDecimals(marks?.[1]),
});

const twoDecimals = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 100) / 100;
