import { Injectable } from '@nestjs/common';
import { Colleagues } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { AssignCases } from '#application/case/assign-cases.js';
import { CaseList, type CaseRow } from '#application/case/case-list.js';
import type { Preview } from '#application/case/case-batches.js';
import { CloseCases } from '#application/case/close-cases.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { ROLES } from '#domain/access/role.js';
import { readChoice, writeChoice } from '#domain/case/case-choice.js';
import { BATCH_ACTS, MOST_AT_ONCE, type LeftOutCase } from '#domain/case/case-batch.js';
import { actor } from '../frame/current-user.decorator.js';
import { blank } from '../frame/form-state.js';
import { listAddress } from './case-filter.view.js';
import { writeSeen } from './together.form.js';

type Query = Readonly<Record<string, unknown>>;

const WORKING = ROLES.filter((role) => holds(role, 'case.write'));
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Gathers what somebody sees before several cases change at once. */
@Injectable()
export class TogetherPage {
  constructor(
    private readonly cases: CaseList,
    private readonly colleagues: Colleagues,
    private readonly assignCases: AssignCases,
    private readonly closeCases: CloseCases,
  ) {}

  async model(query: Query, person: SignedIn): Promise<object> {
    const act = BATCH_ACTS.find((each) => each === query['act']) ?? 'assign';
    const rows = await this.chosen(query, person);
    const asked = { act, back: backTo(query), carried: carriedBy(query), form: blank() };
    const none = { ...asked, step: 'none', tooMany: rows.length > MOST_AT_ONCE, most: MOST_AT_ONCE };
    if (rows.length === 0 || rows.length > MOST_AT_ONCE) return none;
    const ids = rows.map(({ id }) => id);
    if (act === 'close')
      return { ...asked, to: null, toName: null, ...preview(await this.closeCases.preview(ids), rows) };
    const people = await this.people(person);
    const to = people.find(({ value }) => value === query['to']) ?? null;
    if (to === null && query['to'] !== 'nobody') {
      return { ...asked, step: 'who', total: rows.length, people, me: person.userId };
    }
    const found = await this.assignCases.preview(ids, to?.value ?? null, { person, by: actor(person) });
    return { ...asked, to: to?.value ?? 'nobody', toName: to?.text ?? null, ...preview(found, rows) };
  }

  /** All that the choice holds, or those that were ticked; at most one more than may be changed at once. */
  private chosen(query: Query, person: SignedIn): Promise<readonly CaseRow[]> {
    if (query['all'] === 'yes') return this.cases.first(readChoice(query), reachOf(person), MOST_AT_ONCE + 1);
    return this.cases.some(tickedIn(query), reachOf(person));
  }

  private async people({ lines, userId }: SignedIn) {
    const found = await this.colleagues.ofLines(lines, WORKING);
    const first = [...found].sort((one, other) => Number(other.id === userId) - Number(one.id === userId));
    return first.map(({ id, name }) => ({ value: id, text: name }));
  }
}

const tickedIn = ({ chosen }: Query): string[] =>
  [chosen].flat().filter((id): id is string => typeof id === 'string' && UUID.test(id));

/** What the next page must know again: which cases, and by which choice they were found. */
function carriedBy(query: Query) {
  const filter = Object.entries(writeChoice(readChoice(query)));
  const all = query['all'] === 'yes' ? [['all', 'yes'] as const] : [];
  const ticked = all.length > 0 ? [] : tickedIn(query).map((id) => ['chosen', id] as const);
  return [...filter, ...all, ...ticked].map(([name, value]) => ({ name, value }));
}

const backTo = (query: Query): string => listAddress(writeChoice(readChoice(query)));

function preview({ seen, leftOut }: Preview, rows: readonly CaseRow[]) {
  return {
    step: 'preview',
    changes: rows.filter(({ id }) => seen.has(id)),
    leftOut: leftOutRows(leftOut, rows),
    cases: writeSeen(seen),
  };
}

/** Each with why; a case that is out of reach by now is not there. */
export const leftOutRows = (leftOut: readonly LeftOutCase[], rows: readonly CaseRow[]) =>
  leftOut.flatMap(({ caseId, because }) =>
    rows.filter(({ id }) => id === caseId).map(({ id, reference }) => ({ id, reference, because })),
  );
