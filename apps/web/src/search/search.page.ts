import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import type { HitGroup } from '#application/case/desk-search.js';
import { QuestionSeal } from '#application/case/question-seal.js';
import { kindsFor, SearchDesk } from '#application/case/search-desk.js';
import { Clock } from '#application/clock.js';
import { SEARCH_KINDS, SEARCH_PERIODS, searchQuestion, type SearchPeriod } from '#domain/case/search-question.js';
import { pageNumber } from '../frame/paging.js';
import { hitView } from './hit.view.js';

interface SearchShown {
  readonly status: number;
  readonly model: object;
  readonly values: Readonly<Record<string, string>>;
}

type Query = Readonly<Record<string, unknown>>;
const PERIODS = Object.keys(SEARCH_PERIODS) as SearchPeriod[];

/** Gathers what the page of a search shows. */
@Injectable()
export class SearchPage {
  constructor(
    private readonly search: SearchDesk,
    private readonly questionSeal: QuestionSeal,
    private readonly clock: Clock,
  ) {}

  /** The question for the address of the page, and its mark for the log; refuses what cannot be looked for. */
  seal(typed: string, { userId }: SignedIn): { sealed: string; mark: string } {
    const { text } = searchQuestion(typed);
    return { sealed: this.questionSeal.seal(text, userId, this.clock.now()), mark: this.questionSeal.mark(text) };
  }

  nothingYet(person: SignedIn) {
    return { asked: null, kinds: kindsFor(person) };
  }

  /** The answers; 404 where the address holds no question of this person, or one of too long ago. */
  async of(sealed: string, query: Query, person: SignedIn): Promise<SearchShown> {
    const text = this.questionSeal.open(sealed, person.userId, this.clock.now());
    if (text === null) return { status: 404, model: { ...this.nothingYet(person), lost: true }, values: {} };
    const kind = kindsFor(person).find((each) => each === query['kind']) ?? null;
    const period = PERIODS.find((each) => each === query['period']) ?? 'any';
    const page = kind === null ? 1 : pageNumber(query['page']);
    const question = searchQuestion(text);
    const { groups, onlyCommonWords } = await this.search.run({ question, kind, period, page }, person);
    const address = addressOf(sealed, { kind, period });
    const shown = groups.filter(({ rows, cut }) => rows.length > 0 || cut).map((group) => groupView(group, address));
    const steps = stepsOf(groups, kind === null ? null : page, address);
    const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    const found = {
      text,
      shown,
      onlyCommonWords,
      single: kind,
      period,
      steps,
      isNothing: groups.every(isEmpty),
      count,
    };
    const model = {
      ...this.nothingYet(person),
      lost: false,
      asked: { ...found, ...choices(person, { kind, period }, address) },
    };
    return { status: 200, model, values: { q: text } };
  }
}

type Chosen = { readonly kind: string | null; readonly period: string };
type Address = (but: Partial<Record<'kind' | 'period' | 'page', string | null>>) => string;

const isEmpty = ({ rows, cut }: HitGroup): boolean => rows.length === 0 && !cut;

/** The address of the same question with something else chosen. */
function addressOf(sealed: string, chosen: Chosen): Address {
  return (but) => {
    const all = { ...chosen, ...but };
    const parts = Object.entries(all).filter(([, value]) => value != null && value !== 'any') as [string, string][];
    const query = new URLSearchParams(parts).toString();
    return `/search/${sealed}${query === '' ? '' : `?${query}`}`;
  };
}

const groupView = (group: HitGroup, address: Address) => ({
  kind: group.kind,
  cut: group.cut,
  hits: group.rows.map((row) => hitView(group.kind, row)),
  more: group.more ? address({ kind: group.kind }) : null,
});

/** To the page before and after, where one kind is shown alone. */
function stepsOf(groups: readonly HitGroup[], page: number | null, address: Address) {
  if (page === null) return null;
  const previous = page > 1 ? address({ page: String(page - 1) }) : null;
  const next = groups.some(({ more }) => more) ? address({ page: String(page + 1) }) : null;
  return { page, previous, next };
}

function choices(person: SignedIn, { kind, period }: Chosen, address: Address) {
  const kinds = [null, ...SEARCH_KINDS.filter((each) => kindsFor(person).includes(each))];
  return {
    kindTabs: kinds.map((each) => ({ kind: each ?? 'all', href: address({ kind: each }), current: each === kind })),
    periodTabs: PERIODS.map((each) => ({ period: each, href: address({ period: each }), current: each === period })),
  };
}
