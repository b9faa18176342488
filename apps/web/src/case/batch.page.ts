import { Injectable } from '@nestjs/common';
import { Colleagues } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { Books } from '#application/books.js';
import { CaseList } from '#application/case/case-list.js';
import { reachOf } from '#domain/access/reach.js';
import type { BatchResult } from '#domain/case/case-batch.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor } from '../frame/current-user.decorator.js';
import { leftOutRows } from './together.page.js';

/** Gathers what the result of an act on several cases shows, as far as they are still within reach. */
@Injectable()
export class BatchPage {
  constructor(
    private readonly books: Books,
    private readonly cases: CaseList,
    private readonly colleagues: Colleagues,
  ) {}

  async model(id: string, person: SignedIn): Promise<object> {
    const batch = await this.books.together(actor(person), (books) => books.batches.get(id));
    if (batch.by !== person.userId) throw new RuleViolation('batch.not-found', { id });
    const [to] = batch.to === null ? [] : await this.colleagues.named([batch.to]);
    const { act, at, undone } = batch;
    const done = await this.rows(batch.result, person);
    return { batch: { id, act, at, to: to?.name ?? null }, done, undone: undone && (await this.rows(undone, person)) };
  }

  private async rows({ changed, leftOut }: BatchResult, person: SignedIn) {
    const ids = [...changed, ...leftOut].map(({ caseId }) => caseId);
    const rows = await this.cases.some(ids, reachOf(person));
    const isChanged = new Set(changed.map(({ caseId }) => caseId));
    return { changed: rows.filter((row) => isChanged.has(row.id)), leftOut: leftOutRows(leftOut, rows) };
  }
}
