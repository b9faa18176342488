import { Injectable } from '@nestjs/common';
import type { CaseFile } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker has done with a case, or takes it up again. */
@Injectable()
export class CloseCase {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  run(which: Which & { readonly by: Actor }): Promise<CaseFile> {
    return this.books.change('cases', which, (one) => one.close(this.clock.now()));
  }

  reopen(which: Which & { readonly by: Actor }): Promise<CaseFile> {
    return this.books.change('cases', which, (one) => one.reopen());
  }
}
