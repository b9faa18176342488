import { isDay } from '../instant.js';
import { LINES, type Line } from '../notice/codes.js';
import { CONFIDENTIALITIES, URGENCIES, type Confidentiality, type Urgency } from './case-file.js';

/** In which order cases can stand; the first is the usual one. */
export const CASE_SORTS = ['deadline', 'opened', 'activity', 'reference'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export const CASE_STATES = ['open', 'closed', 'all'] as const;

/** What may wait in a case: each can be asked for alone or with others. */
export const CASE_WAITS = ['unanswered', 'awaiting', 'overdue', 'unknown', 'unsent', 'mandate'] as const;
export type CaseWait = (typeof CASE_WAITS)[number];

/** A mandate that ends within so many days is about to end. */
export const MANDATE_ENDS_WITHIN = 14;

/** Whose: mine, nobody's, or that of the person with this id. */
export type Whose = 'mine' | 'nobody' | { readonly userId: string };

/** Which cases somebody wants to see, in which order; null stands for all. */
export interface CaseChoice {
  readonly status: (typeof CASE_STATES)[number];
  /** A part of a reference of a case, or for those that may be read, of a notice or the help-seeker's. */
  readonly search: string;
  readonly line: Line | null;
  readonly urgency: Urgency | null;
  readonly confidentiality: Confidentiality | null;
  /** Code of a platform one of its notices is to. */
  readonly platform: string | null;
  readonly whose: Whose | null;
  /** Opened on these days (ISO), both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly waits: readonly CaseWait[];
  readonly sort: CaseSort;
}

/** All cases, by deadline. */
export const EVERY_CASE: CaseChoice = {
  status: 'all',
  search: '',
  line: null,
  urgency: null,
  confidentiality: null,
  platform: null,
  whose: null,
  from: null,
  until: null,
  waits: [],
  sort: 'deadline',
};

/** What a choice is written as: texts by name, as they stand in an address; what is usual is left out. */
export type WrittenChoice = Readonly<Record<string, string>>;

const MOST_SEARCHED = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The choice that texts stand for; what means nothing is left out, so that any address shows a list. */
export function readChoice(written: Readonly<Record<string, unknown>>): CaseChoice {
  const text = (name: string): string => (typeof written[name] === 'string' ? written[name].replaceAll('\0', '') : '');
  const day = (name: string): string | null => (isDay(text(name)) ? text(name) : null);
  return {
    status: oneOf(CASE_STATES, text('status')) ?? 'open',
    search: text('search').trim().slice(0, MOST_SEARCHED),
    line: oneOf(LINES, text('line')),
    urgency: oneOf(URGENCIES, text('urgency')),
    confidentiality: oneOf(CONFIDENTIALITIES, text('confidentiality')),
    platform: /^[a-z0-9-]{1,60}$/.test(text('platform')) ? text('platform') : null,
    whose: whose(text('assignee')),
    from: day('from'),
    until: day('until'),
    waits: CASE_WAITS.filter((wait) => text(wait) === 'yes'),
    sort: oneOf(CASE_SORTS, text('sort')) ?? 'deadline',
  };
}

/** A choice as texts; `readChoice` makes the same of it again. */
export function writeChoice(choice: CaseChoice): WrittenChoice {
  const { status, search, line, urgency, confidentiality, platform, from, until, sort } = choice;
  const texts = {
    ...{ status: status === 'open' ? null : status, search, line, urgency, confidentiality, platform },
    ...{ assignee: writtenWhose(choice.whose), from, until, sort: sort === 'deadline' ? null : sort },
    ...Object.fromEntries(choice.waits.map((wait) => [wait, 'yes'])),
  };
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

const oneOf = <T extends string>(codes: readonly T[], text: string): T | null =>
  codes.find((code) => code === text) ?? null;

const whose = (text: string): Whose | null => {
  if (text === 'mine' || text === 'nobody') return text;
  return UUID.test(text) ? { userId: text } : null;
};

const writtenWhose = (asked: Whose | null): string | null =>
  typeof asked === 'object' && asked !== null ? asked.userId : asked;
