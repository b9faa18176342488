import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/access/reach.js';
import { CaseFile, type CaseContent } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import { yearIn } from '#domain/instant.js';
import { reference } from '#domain/notice/reference.js';
import { Installation } from '../access/installation.js';
import { Books, type OpenBooks } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';

/** A caseworker opens a case. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly installation: Installation,
  ) {}

  /** `opener` is null where nobody opens it for themselves: practice cases. */
  run(content: CaseContent, by: Actor, opener: Person | null): Promise<CaseFile> {
    return this.books.together(by, (books) => this.within(books, content, opener));
  }

  /** Within the transaction of whoever does more by it. */
  async within(books: OpenBooks, content: CaseContent, opener: Person | null): Promise<CaseFile> {
    const [id, openedAt] = [this.identities.id(), this.clock.now()];
    const year = yearIn(openedAt, (await this.installation.organisation()).zone);
    const number = reference('case', year, await books.nextNumber('case', year));
    const opened = CaseFile.open({ id, reference: number, openedAt }, content, opener);
    await books.cases.add(opened, { kind: 'case-opened', subject: 'case', subjectId: id });
    return opened;
  }
}
