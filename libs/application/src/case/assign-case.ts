import { Injectable } from '@nestjs/common';
import type { CaseFile } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';
import { assigneeNamed } from './assignee.js';

/** A case becomes somebody's, or nobody's. */
@Injectable()
export class AssignCase {
  constructor(private readonly books: Books) {}

  /** `to` is the id of a person who can work on it; null for nobody. */
  run({ by, ...which }: Which & { readonly by: Actor }, to: string | null): Promise<CaseFile> {
    return this.books.together(by, async (books) => {
      const person = to === null ? null : await assigneeNamed(books, to);
      return books.cases.change(which, (one) => one.assign(person));
    });
  }
}
