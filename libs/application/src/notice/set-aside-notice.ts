import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import type { SetAsideTopic } from '#domain/notice/set-aside.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker records that a matter cannot be reported under the DSA, with the reason its scope gives. */
@Injectable()
export class SetAsideNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  run(which: Which & { readonly by: Actor & { readonly kind: 'user' } }, topic: SetAsideTopic): Promise<Notice> {
    return this.books.change('notices', which, (notice) => notice.setAside(topic, which.by.userId, this.clock.now()));
  }
}
