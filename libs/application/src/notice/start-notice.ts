import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books, type OpenBooks } from '../books.js';
import { Identities } from '../identities.js';
import { NewDrafts, type Beginning } from './new-drafts.js';
import { itemDrafts, type WrittenNotice } from './written-notice.js';

/** A caseworker begins a notice in a case; it may lack anything yet. */
@Injectable()
export class StartNotice {
  constructor(
    private readonly books: Books,
    private readonly drafts: NewDrafts,
    private readonly identities: Identities,
  ) {}

  run(caseId: string, written: WrittenNotice, by: Actor): Promise<Notice> {
    return this.books.together(by, (books) => this.within(books, { caseId, by }, written));
  }

  /** Within the transaction of whoever does more by it. */
  within(
    books: OpenBooks,
    { caseId, by }: Pick<Beginning, 'caseId' | 'by'>,
    { items, answers = UNANSWERED, ...content }: WrittenNotice,
  ): Promise<Notice> {
    const drafted = itemDrafts(items, [], this.identities);
    return this.drafts.add(books, { caseId, content: { ...content, answers }, items: drafted, by });
  }
}
