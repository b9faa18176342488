import { Injectable } from '@nestjs/common';
import { Colleagues } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList, MOST_COUNTED, type CaseView } from '#application/case/case-list.js';
import { Register } from '#application/provider/register.js';
import { knowledgeOf, reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { ROLES } from '#domain/access/role.js';
import { EVERY_CASE, readChoice, writeChoice } from '#domain/case/case-choice.js';
import { MOST_AT_ONCE } from '#domain/case/case-batch.js';
import { CONFIDENTIALITIES, URGENCIES } from '#domain/case/case-file.js';
import { LINES } from '#domain/notice/codes.js';
import { blank } from '../frame/form-state.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';
import { caseRowView } from './case-row.view.js';
import { filterView } from './case-filter.view.js';
import { Todays } from './todays.js';

type Query = Readonly<Record<string, unknown>>;

/** Gathers what the list of cases shows. */
@Injectable()
export class CasesPage {
  constructor(
    private readonly cases: CaseList,
    private readonly colleagues: Colleagues,
    private readonly register: Register,
    private readonly todays: Todays,
  ) {}

  async model(query: Query, person: SignedIn): Promise<object> {
    const choice = readChoice(query);
    const view = { known: knowledgeOf(person), read: reachOf(person) };
    const page = pageNumber(query['page']);
    const [{ rows, total }, today, options] = await Promise.all([
      this.cases.page({ ...choice, page, size: PER_PAGE }, view),
      this.todays.now(),
      this.options(person),
    ]);
    const filter = filterView(choice, namesIn(options, person), page);
    const allTicked = query['tick'] === 'page';
    const isNarrowed = filter.tags.length > 0 || choice.status !== 'open';
    return {
      ...{ filter, options, total: Math.min(total, MOST_COUNTED), tooMany: total > MOST_COUNTED, isNarrowed },
      rows: rows.map((row) => caseRowView(row, today, allTicked)),
      paging: paging(page, Math.min(total, MOST_COUNTED), '/cases', filter.written),
      firstDay: total === 0 && (await this.isEmpty(view)),
      ...{ allTicked, canTickAll: total > rows.length && total <= MOST_AT_ONCE },
      mayWork: holds(person.role, 'case.write'),
      form: blank(writeChoice(choice)),
    };
  }

  /** Whether there is no case at all that this person may know of. */
  private async isEmpty(view: CaseView): Promise<boolean> {
    return (await this.cases.page({ ...EVERY_CASE, page: 1, size: 1 }, view, 1)).total === 0;
  }

  /** What can be chosen: a person's own lines, their colleagues, and the platforms of the register. */
  private async options(person: SignedIn) {
    const lines = holds(person.role, 'case.write') ? LINES.filter((line) => person.lines.includes(line)) : LINES;
    const working = ROLES.filter((role) => holds(role, 'case.write'));
    const people = await this.colleagues.ofLines(lines, working);
    return {
      lines,
      whose: ['mine', 'nobody'],
      urgencies: URGENCIES,
      confidentialities: CONFIDENTIALITIES,
      platforms: (await this.register.platforms()).map(({ code, name }) => ({ value: code, text: name })),
      people: people.filter(({ id }) => id !== person.userId).map(({ id, name }) => ({ value: id, text: name })),
    };
  }
}

/** What the values of a filter are called. */
const namesIn = (
  { platforms, people }: Record<'platforms' | 'people', readonly { readonly value: string; readonly text: string }[]>,
  { userId, name }: SignedIn,
): ReadonlyMap<string, string> =>
  new Map([...platforms, ...people, { value: userId, text: name }].map(({ value, text }) => [value, text]));
