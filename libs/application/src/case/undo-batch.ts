import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/access/reach.js';
import type { BatchResult, CaseBatch, ChangedCase } from '#domain/case/case-batch.js';
import type { CaseFile } from '#domain/case/case-file.js';
import type { DomainEvent } from '#domain/event.js';
import { Books, type OpenBooks } from '../books.js';
import { assigneeOf } from './assignee.js';
import { CaseBatches, type BatchAuthor } from './case-batches.js';

/** Puts back what was done with several cases, once, by who did it; a case that moved on since stays as it is. */
@Injectable()
export class UndoBatch {
  constructor(
    private readonly books: Books,
    private readonly batches: CaseBatches,
  ) {}

  async run(id: string, { person, by }: BatchAuthor): Promise<CaseBatch> {
    const { changed } = await this.found(id, { person, by });
    const seen = new Map(changed.map(({ caseId, version }) => [caseId, version]));
    const ids = await this.batches.within(seen, person);
    return this.books.together(by, async (books) => {
      const batch = await books.batches.get(id);
      batch.assertUndoable(person.userId);
      const verb = await backwards(books, batch);
      const result = await this.batches.change(books, { ids, seen, person }, verb);
      return books.batches.change({ id }, (one) => one.undo(person.userId, result));
    });
  }

  private async found(id: string, { person, by }: BatchAuthor): Promise<BatchResult> {
    const batch = await this.books.together(by, (books) => books.batches.get(id));
    batch.assertUndoable(person.userId);
    return batch.result;
  }
}

/** Closed cases are opened again; assigned ones go back to whom they were of, where that person can still work on them. */
async function backwards(books: OpenBooks, { act, result }: CaseBatch): Promise<(one: CaseFile) => DomainEvent> {
  if (act === 'close') return (one) => one.reopen();
  const people = new Map<string | null, Person | null>();
  for (const was of new Set(result.changed.map(({ was }) => was))) people.set(was, await assigneeOf(books, was));
  const before = new Map(result.changed.map(({ caseId, was }: ChangedCase) => [caseId, was]));
  return (one) => one.assign(people.get(before.get(one.id) ?? null) ?? null);
}
