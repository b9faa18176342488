import type { DataSource, QueryRunner } from 'typeorm';
import type { CaseView } from '#application/case/case-list.js';
import { DeskSearch, type Found, type HitGroup, type SearchWish } from '#application/case/desk-search.js';
import type { SearchKind } from '#domain/case/search-question.js';
import { errorCode } from '../error-code.js';
import { addressesSql, addressHit, isOnePage } from './address-hits.js';
import { caseHit, casesSql } from './case-hits.js';
import { inDutch, inEnglish, look, type Look } from './look.js';
import { messageHit, messagesSql } from './message-hits.js';
import { noticeHit, noticesSql } from './notice-hits.js';
import { groundHit, groundsSql, platformHits, PLATFORMS } from './register-hits.js';

/** How long one group, and all of them together, may be looked for, in milliseconds. */
const LIMITS = { each: 2000, all: 4000 };
const BROKEN_OFF = '57014';

/** To start a second worker takes longer than what is left to do. */
const RESET = 'reset statement_timeout; reset max_parallel_workers_per_gather';

type Rows = HitGroup['rows'];
type Way = readonly [sql: (asked: Look) => string, hits: (rows: never[], asked: Look) => Rows];

const each =
  (hit: (row: never, asked: Look) => Rows[number]) =>
  (rows: never[], asked: Look): Rows =>
    rows.map((row) => hit(row, asked));

/** How each kind is looked for, and what its rows become. */
const WAYS: Readonly<Record<SearchKind, Way>> = {
  cases: [casesSql, each(caseHit)],
  notices: [noticesSql, each(noticeHit)],
  addresses: [addressesSql, each(addressHit)],
  messages: [messagesSql, each(messageHit)],
  platforms: [() => PLATFORMS, (rows, { wish }) => platformHits(rows, wish.question)],
  grounds: [groundsSql, each(groundHit)],
};

/** The search in PostgreSQL: one query for each group, each under the reach, none longer than a person waits. */
export class PgDeskSearch extends DeskSearch {
  constructor(
    private readonly db: DataSource,
    private readonly limits = LIMITS,
  ) {
    super();
  }

  async find(wish: SearchWish, view: CaseView): Promise<Found> {
    const runner = this.db.createQueryRunner();
    try {
      const hasWords = await this.begin(runner, wish.question.words);
      const until = performance.now() + this.limits.all;
      const groups: HitGroup[] = [];
      for (const kind of wish.kinds)
        groups.push(
          await found(runner, kind, ({ newest, since }) => look({ ...wish, since }, view, { hasWords, newest }), {
            wish,
            until,
          }),
        );
      return { groups, onlyCommonWords: !hasWords };
    } finally {
      await runner.query(RESET).finally(() => runner.release());
    }
  }

  /** Whether the words leave something to look for: of those that stand in every text of a language, nothing is left. */
  private async begin(runner: QueryRunner, words: string): Promise<boolean> {
    const trees = `querytree(${inDutch('$1::text')}) as nl, querytree(${inEnglish('$1::text')}) as en`;
    const limit = `set_config('statement_timeout', $2, false), set_config('max_parallel_workers_per_gather', '0', false)`;
    const [{ nl, en }] = (await runner.query(`select ${trees}, ${limit}`, [words, String(this.limits.each)])) as [
      { nl: string; en: string },
    ];
    return ![nl, en].some((tree) => tree === '' || tree === 'T');
  }
}

/**
 * So many of the newest are looked at for each row that is wanted; of addresses, which are read quickly, more, and of words
 * that must follow each other too, for no index knows where they stand.
 */
const PER_ROW: Readonly<Partial<Record<SearchKind, number>>> = { cases: 5, notices: 5, messages: 5, addresses: 50 };
const FOR_PHRASE = 4;
const MOST_NEWEST = 2000;

/** Days within which what is neither rare nor everywhere is found often enough to fill a page. */
const LATELY_DAYS = 62;

/** A way of looking: among so many of the newest, and not before a moment. */
type Step = Pick<Look, 'newest'> & Pick<SearchWish, 'since'>;

/**
 * First among the newest, then among the latest: words that stand everywhere fill the page from there, and what they say of
 * all the years need not be gathered. What holds a digit, or is one page, is too rare to be looked for so.
 */
function stepsTo(kind: SearchKind, { question, page, size, since }: SearchWish): readonly Step[] {
  const perRow = PER_ROW[kind];
  const rare =
    kind === 'addresses' ? isOnePage({ question }) : /\p{N}/u.test(question.text) || question.address !== null;
  const whole: Step = { newest: null, since };
  if (perRow === undefined || rare) return [whole];
  const lately = new Date(Date.now() - LATELY_DAYS * 86_400_000);
  const most = perRow * (page * size + 1) * (question.words.includes('"') ? FOR_PHRASE : 1);
  const latest: Step[] = since === null || since < lately ? [{ newest: null, since: lately }] : [];
  return [{ newest: Math.min(MOST_NEWEST, most), since }, ...latest, whole];
}

/** Rows come newest first, so a full page of the newest is the page. Only where it is not full more are looked at. */
async function found(
  runner: QueryRunner,
  kind: SearchKind,
  asked: (step: Step) => Look,
  { wish, until }: { readonly wish: SearchWish; readonly until: number },
): Promise<HitGroup> {
  const [whole, ...earlier] = [...stepsTo(kind, wish)].reverse();
  for (const step of earlier.reverse()) {
    const latest = await group(runner, kind, asked(step), until);
    if (latest.more || latest.cut) return latest;
  }
  return group(runner, kind, asked(whole!), until);
}

async function group(runner: QueryRunner, kind: SearchKind, asked: Look, until: number): Promise<HitGroup> {
  const [sql, hits] = WAYS[kind];
  const { page, size } = asked.wish;
  if (performance.now() > until) return { kind, rows: [], more: false, cut: true };
  try {
    const text = sql(asked);
    const parameters = kind === 'platforms' ? [] : asked.parameters;
    const found = hits((await runner.query(text, parameters)) as never[], asked);
    const rows = kind === 'platforms' ? found.slice((page - 1) * size) : found;
    return { kind, rows: rows.slice(0, size), more: rows.length > size, cut: false };
  } catch (error) {
    if (errorCode(error) !== BROKEN_OFF) throw error;
    return { kind, rows: [], more: false, cut: true };
  }
}
