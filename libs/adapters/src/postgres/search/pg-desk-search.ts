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
        groups.push(await found(runner, kind, (of) => look(of, view, hasWords), { wish, until }));
      return { groups, onlyCommonWords: !hasWords };
    } finally {
      await runner.query('reset statement_timeout').finally(() => runner.release());
    }
  }

  /** Whether the words leave something to look for: of those that stand in every text of a language, nothing is left. */
  private async begin(runner: QueryRunner, words: string): Promise<boolean> {
    const trees = `querytree(${inDutch('$1::text')}) as nl, querytree(${inEnglish('$1::text')}) as en`;
    const limit = `set_config('statement_timeout', $2, false)`;
    const [{ nl, en }] = (await runner.query(`select ${trees}, ${limit}`, [words, String(this.limits.each)])) as [
      { nl: string; en: string },
    ];
    return ![nl, en].some((tree) => tree === '' || tree === 'T');
  }
}

/** Days within which what is common is found often enough to fill a page. */
const LATELY_DAYS = 62;
const IN_TIME: readonly SearchKind[] = ['cases', 'notices', 'addresses', 'messages'];

/**
 * First among the latest: words that stand everywhere fill the page from there, and what they say of all the years need not
 * be gathered. Rows come newest first, so a full page of the latest is the page. Only where it is not full all are looked at.
 */
async function found(
  runner: QueryRunner,
  kind: SearchKind,
  asked: (wish: SearchWish) => Look,
  { wish, until }: { readonly wish: SearchWish; readonly until: number },
): Promise<HitGroup> {
  const lately = new Date(Date.now() - LATELY_DAYS * 86_400_000);
  const isOrdered = IN_TIME.includes(kind) && !(kind === 'addresses' && isOnePage(wish));
  if (isOrdered && (wish.since === null || wish.since < lately)) {
    const latest = await group(runner, kind, asked({ ...wish, since: lately }), until);
    if (latest.more || latest.cut) return latest;
  }
  return group(runner, kind, asked(wish), until);
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
