import { Injectable } from '@nestjs/common';
import { followUpOf } from '#domain/notice/arising.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books } from '../books.js';
import { NewDrafts } from './new-drafts.js';
import { repeat, type Repeating } from './repeat-notice.js';

/** A caseworker writes again about what a platform left as it is; the letter says that we wrote before, and when. */
@Injectable()
export class FollowUpNotice {
  constructor(
    private readonly books: Books,
    private readonly drafts: NewDrafts,
  ) {}

  run(which: Repeating): Promise<Notice> {
    return repeat(this.books, this.drafts, { ...which, kind: 'notice-followed-up', make: followUpOf });
  }
}
