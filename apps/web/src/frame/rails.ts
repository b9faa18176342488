import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { SavedViews } from '#application/case/saved-views.js';
import { Waiting } from '#application/case/waiting.js';
import { reachOf } from '#domain/access/reach.js';
import { readChoice, writeChoice } from '#domain/case/case-choice.js';
import { MOST_VIEWS } from '#domain/case/saved-view.js';
import { holds } from '#domain/access/right.js';
import { railFor, type RailKey, type RailPlace } from './rail.js';

/** Where views stand under their place, and are counted: nowhere else does anybody look for cases. */
const WHERE = /^\/(work|team|cases|cases\/views)$/;
const MOST_COUNTED = 99;

/** The rail of a person with what waits at each place, and their saved views under the cases. */
@Injectable()
export class Rails {
  constructor(
    private readonly waiting: Waiting,
    private readonly views: SavedViews,
    private readonly cases: CaseList,
  ) {}

  /** Whoever may not read content does not learn how much of it there is either. */
  async of(person: SignedIn, path: string, address: string): Promise<RailPlace[]> {
    if (!holds(person.role, 'case.read')) return railFor(person, path, {});
    const [counts, views] = await Promise.all([
      this.waiting.counts(reachOf(person)),
      WHERE.test(path) ? this.viewsOf(person, address) : [],
    ]);
    const places = railFor(person, path, { ...counts } as Partial<Record<RailKey, number>>);
    return places.map((place) => (place.key === 'cases' ? { ...place, views } : place));
  }

  private async viewsOf(person: SignedIn, address: string): Promise<RailPlace['views']> {
    const rows = (await this.views.of(person.userId, person.lines)).slice(0, MOST_VIEWS);
    const choices = rows.map(({ choice }) => readChoice(choice));
    const counts = await this.cases.counts(choices, reachOf(person), MOST_COUNTED);
    return rows.map(({ name }, at) => {
      const query = new URLSearchParams(writeChoice(choices[at]!)).toString();
      const href = query === '' ? '/cases' : `/cases?${query}`;
      const [count, more] = [Math.min(counts[at]!, MOST_COUNTED), counts[at]! > MOST_COUNTED];
      return { name, href, count, more, current: href === address };
    });
  }
}
