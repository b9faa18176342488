import { Injectable } from '@nestjs/common';
import type { CaseBatch } from '#domain/case/case-batch.js';
import { Books } from '../books.js';
import { assigneeNamed } from './assignee.js';
import { CaseBatches, type BatchAuthor, type Preview, type SeenCases } from './case-batches.js';

/** Several cases become somebody's, or nobody's, at once. */
@Injectable()
export class AssignCases {
  constructor(
    private readonly books: Books,
    private readonly batches: CaseBatches,
  ) {}

  preview(ids: readonly string[], to: string | null, { by }: BatchAuthor): Promise<Preview> {
    return this.books.together(by, async (books) => {
      const assignee = to === null ? null : await assigneeNamed(books, to);
      return this.batches.preview(ids, (one) => one.assign(assignee));
    });
  }

  async run(seen: SeenCases, to: string | null, { person, by }: BatchAuthor): Promise<CaseBatch> {
    const ids = await this.batches.within(seen, person);
    return this.books.together(by, async (books) => {
      const assignee = to === null ? null : await assigneeNamed(books, to);
      const result = await this.batches.change(books, { ids, seen, person }, (one) => one.assign(assignee));
      return this.batches.keep(books, { act: 'assign', to, result, by: person.userId });
    });
  }
}
