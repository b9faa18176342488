import { Injectable } from '@nestjs/common';
import type { Person } from '#domain/access/reach.js';
import type { CaseContent } from '#domain/case/case-file.js';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { Books } from '../books.js';
import { OpenCase } from '../case/open-case.js';
import { StartNotice } from './start-notice.js';
import type { WrittenNotice } from './written-notice.js';

/** A caseworker opens a case with a notice in it, in one go: both stand there, or neither does. */
@Injectable()
export class OpenMatter {
  constructor(
    private readonly books: Books,
    private readonly openCase: OpenCase,
    private readonly startNotice: StartNotice,
  ) {}

  run(content: CaseContent, written: WrittenNotice, by: Actor, opener: Person): Promise<Notice> {
    return this.books.together(by, async (books) => {
      const { id: caseId } = await this.openCase.within(books, content, opener);
      return this.startNotice.within(books, { caseId, by }, written);
    });
  }
}
