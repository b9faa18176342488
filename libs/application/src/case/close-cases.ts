import { Injectable } from '@nestjs/common';
import { assertNothingRuns, type CaseBatch } from '#domain/case/case-batch.js';
import type { CaseFile } from '#domain/case/case-file.js';
import type { DomainEvent } from '#domain/event.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { CaseBatches, type BatchAuthor, type Preview, type SeenCases } from './case-batches.js';
import { CaseList } from './case-list.js';

/** Several cases are closed at once; one in which a notice still runs stays open, for nobody looked at it alone. */
@Injectable()
export class CloseCases {
  constructor(
    private readonly books: Books,
    private readonly batches: CaseBatches,
    private readonly cases: CaseList,
    private readonly clock: Clock,
  ) {}

  async preview(ids: readonly string[]): Promise<Preview> {
    return this.batches.preview(ids, await this.closing(ids));
  }

  async run(seen: SeenCases, { person, by }: BatchAuthor): Promise<CaseBatch> {
    const ids = await this.batches.within(seen, person);
    const verb = await this.closing(ids);
    return this.books.together(by, async (books) => {
      const result = await this.batches.change(books, { ids, seen, person }, verb);
      return this.batches.keep(books, { act: 'close', to: null, result, by: person.userId });
    });
  }

  private async closing(ids: readonly string[]): Promise<(one: CaseFile) => DomainEvent> {
    const at = this.clock.now();
    const tallies = await this.cases.tallies(ids);
    return (one) => {
      one.assertOpen();
      assertNothingRuns(tallies.get(one.id)!);
      return one.close(at);
    };
  }
}
