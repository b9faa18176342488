import type { CaseView } from '#application/case/case-list.js';
import type { SearchWish } from '#application/case/desk-search.js';
import { bindTo, NOTICE_LINE, withinReach, type Bind } from '../within-reach.js';
import { START, STOP } from './marks.js';

/** What one group is looked for with; `query` is the full text's question as SQL, null where it would find everything. */
export interface Look {
  readonly wish: SearchWish;
  /** Among how many of the newest is looked; null for among all. */
  readonly newest: number | null;
  readonly view: CaseView;
  readonly query: string | null;
  readonly bind: Bind;
  readonly parameters: unknown[];
}

/** A question as PostgreSQL's full text reads it: never wrong, whatever signs stand in it. */
export const inDutch = (words: string): string => `websearch_to_tsquery('pg_catalog.dutch', ${words})`;
export const inEnglish = (words: string): string => `websearch_to_tsquery('pg_catalog.english', ${words})`;

/** Whether the words leave something to look for, and among how many of the newest. */
export interface Sight {
  readonly hasWords: boolean;
  readonly newest: number | null;
}

/** A look with parameters of its own. */
export function look(wish: SearchWish, view: CaseView, { hasWords, newest }: Sight): Look {
  const parameters: unknown[] = [];
  const bind = bindTo(parameters);
  let bound: string | undefined;
  const words = () => (bound ??= either(`${bind(wish.question.words)}::text`));
  return {
    ...{ wish, view, bind, parameters, newest },
    // PostgreSQL refuses a parameter that stands in no query, so it is bound when it is first asked for
    get query() {
      return hasWords ? words() : null;
    },
  };
}

/** Dutch and English words of one question, either of which counts. */
const either = (words: string): string => `(${inDutch(words)} || ${inEnglish(words)})`;

/** Words of ours whose signs mean nothing to `like`. */
export const plain = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/**
 * Whether an expression holds the piece of the question; null where it has none that is long enough. The index of pieces is
 * asked for the end of a number alone, which tells more than what it begins with: `TF-2026-` stands in every reference.
 */
export function holds(expression: string, { wish: { question }, bind }: Look): string | null {
  const { part: piece } = question;
  if (piece === null) return null;
  const whole = bind(`%${plain(piece)}%`);
  const end = /[\p{L}\p{N}]{6}$/u.exec(piece)?.[0] ?? piece;
  if (end === piece || !/\p{N}/u.test(end)) return `${expression} ilike ${whole}`;
  return `(${expression} ilike ${bind(`%${end}%`)} and (${expression} || '') ilike ${whole})`;
}

/** Any of the ways in which something can be found; `false` where there is none. */
export const anyOf = (ways: readonly (string | null)[]): string => {
  const there = ways.filter((way) => way !== null);
  return there.length === 0 ? 'false' : `(${there.join(' or ')})`;
};

/** Not before the moment asked for. */
export const since = (column: string, { wish, bind }: Look): string =>
  wish.since === null ? 'true' : `${column} >= ${bind(wish.since)}`;

/**
 * Newest first. Among all in a way that no index has: with one, PostgreSQL would walk the rows from the newest on and take
 * the words of each text apart anew, where it has an index of the words. Among the newest that is just what it is to do.
 */
export const newestFirst = (column: string, { newest }: Look): string =>
  newest === null ? `${column} + interval '0 seconds' desc` : `${column} desc`;

/** A table, or the newest rows of it. */
export const rowsOf = (table: string, column: string, { newest, bind }: Look): string =>
  newest === null ? table : `(select * from ${table} order by ${column} desc, id limit ${bind(newest)})`;

/** One row more than wanted, which tells whether there are more without counting them. */
export const part = ({ wish: { page, size }, bind }: Look): string =>
  `limit ${bind(size + 1)} offset ${bind((page - 1) * size)}`;

/** Notices `n` with their case `c` that somebody may read. */
export const readable = ({ view, bind }: Look): string => withinReach(view.read, bind, { line: NOTICE_LINE });

/** Ids of notices that the platform knows by this number; looked up once, before anything else. */
export function byTheirNumber({ wish: { question }, bind }: Look): string {
  const number = bind([...new Set([question.text, question.text.toUpperCase(), question.text.toLowerCase()])]);
  const upper = bind([question.text.toUpperCase()]);
  return `array(select m.notice_id from messages m where m.notice_id is not null
                and m.reading ->> 'reference' is not null and m.reading ->> 'reference' = any(${number}::text[])
                union select d.notice_id from deliveries d
                where upper(d.their_reference) = any(${upper}::text[]) and d.their_reference <> '' limit 500)`;
}

/**
 * The pieces of a text around the words that were found, marked by signs that the text itself cannot hold. Only what
 * everybody of the line may read is shown: of other cases a list tells no content.
 */
export function excerpt(text: string, language: string, confidentiality: string, { query }: Look): string {
  const clean = `translate(left(${text}, 20000), '${START}${STOP}', '')`;
  const dictionary = `case ${language} when 'en' then 'pg_catalog.english' else 'pg_catalog.dutch' end::regconfig`;
  const shown = query === null ? `left(${clean}, 400)` : `ts_headline(${dictionary}, ${clean}, ${query}, ${OPTIONS})`;
  return `case when ${confidentiality} = 'normal' then ${shown} end`;
}

const OPTIONS = `'StartSel=${START}, StopSel=${STOP}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "'`;
