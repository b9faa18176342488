import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { SavedViews } from '#application/case/saved-views.js';
import { reachOf } from '#domain/access/reach.js';
import { readChoice, writeChoice } from '#domain/case/case-choice.js';
import { maySpeakFor } from '#domain/case/saved-view.js';
import { listAddress } from './case-filter.view.js';

/** Beyond this the count of a view says only that there are more. */
export const MOST_IN_VIEW = 99;

/** Gathers the views somebody has, with how many cases each holds that they may read. */
@Injectable()
export class ViewsPage {
  constructor(
    private readonly views: SavedViews,
    private readonly cases: CaseList,
  ) {}

  async model(person: SignedIn) {
    const rows = await this.views.of(person.userId, person.lines);
    const counts = await this.cases.counts(
      rows.map(({ choice }) => readChoice(choice)),
      reachOf(person),
      MOST_IN_VIEW,
    );
    const views = rows.map(({ id, name, team, choice }, at) => ({
      ...{
        id,
        name,
        team,
        href: listAddress(writeChoice(readChoice(choice))),
        mayChange: team === null || maySpeakFor(person, team),
      },
      count: Math.min(counts[at]!, MOST_IN_VIEW),
      more: counts[at]! > MOST_IN_VIEW,
    }));
    return { views };
  }
}
