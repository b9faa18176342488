import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker has done with a decided notice, or takes it up again. */
@Injectable()
export class CloseNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  run(which: Which & { readonly by: Actor }): Promise<Notice> {
    return this.books.change('notices', which, (notice) => notice.close(this.clock.now()));
  }

  reopen(which: Which & { readonly by: Actor }): Promise<Notice> {
    return this.books.change('notices', which, (notice) => notice.reopen());
  }
}
