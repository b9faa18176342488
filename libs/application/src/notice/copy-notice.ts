import { Injectable } from '@nestjs/common';
import { copyOf } from '#domain/notice/arising.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books } from '../books.js';
import { NewDrafts } from './new-drafts.js';
import { repeat, type Repeating } from './repeat-notice.js';

/** A caseworker writes a notice once more, as a draft in the same case. */
@Injectable()
export class CopyNotice {
  constructor(
    private readonly books: Books,
    private readonly drafts: NewDrafts,
  ) {}

  run(which: Repeating): Promise<Notice> {
    return repeat(this.books, this.drafts, { ...which, kind: 'notice-copied', make: copyOf });
  }
}
