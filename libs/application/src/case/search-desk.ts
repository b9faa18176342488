import { Injectable } from '@nestjs/common';
import { knowledgeOf, reachOf, type Person } from '#domain/access/reach.js';
import { holds, type Right } from '#domain/access/right.js';
import {
  SEARCH_KINDS,
  SEARCH_PERIODS,
  type SearchKind,
  type SearchPeriod,
  type SearchQuestion,
} from '#domain/case/search-question.js';
import { Clock } from '../clock.js';
import { DeskSearch, type Found } from './desk-search.js';

/** What somebody asks for, and of what. */
export interface Asked {
  readonly question: SearchQuestion;
  /** Null for some of everything. */
  readonly kind: SearchKind | null;
  readonly period: SearchPeriod;
  readonly page: number;
}

/** What a person needs to find anything of a kind at all. */
const NEEDS: Readonly<Record<SearchKind, Right>> = {
  cases: 'case.know',
  notices: 'notice.read',
  addresses: 'notice.read',
  messages: 'message.read',
  platforms: 'register.read',
  grounds: 'register.read',
};

/** Rows of each group beside the others, and of one group alone. */
const [FEW, MANY] = [5, 25];
const DAY_MS = 86_400_000;

/** The kinds that somebody's role lets them find. */
export const kindsFor = ({ role }: Person): SearchKind[] => SEARCH_KINDS.filter((kind) => holds(role, NEEDS[kind]));

/** Looks for what a person may know of: a case by its outline where they know of it, all else where they may read it. */
@Injectable()
export class SearchDesk {
  constructor(
    private readonly search: DeskSearch,
    private readonly clock: Clock,
  ) {}

  run({ question, kind, period, page }: Asked, person: Person): Promise<Found> {
    const kinds = kindsFor(person).filter((each) => kind === null || each === kind);
    const days = SEARCH_PERIODS[period];
    const since = days === null ? null : new Date(this.clock.now().getTime() - days * DAY_MS);
    const size = kind === null ? FEW : MANY;
    const view = { known: knowledgeOf(person), read: reachOf(person) };
    return this.search.find({ question, kinds, since, page: kind === null ? 1 : page, size }, view);
  }
}
