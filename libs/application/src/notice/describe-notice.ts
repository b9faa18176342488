import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { keepingAnswers } from '#domain/ground/reasoned-ground.js';
import { endangersLife, type NoticeAnswers } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { Installation } from '../access/installation.js';
import { Books, type OpenBooks, type Which } from '../books.js';
import { Identities } from '../identities.js';
import { itemDrafts, type WrittenNotice } from './written-notice.js';

/** A caseworker changes what a notice says; a ready one becomes a draft again. */
@Injectable()
export class DescribeNotice {
  constructor(
    private readonly books: Books,
    private readonly identities: Identities,
    private readonly installation: Installation,
  ) {}

  /** The answers that reasons were built from stay with their ground, also where the reasons were reworded by hand. */
  async run(which: Which & { readonly by: Actor }, { items, answers, ...content }: WrittenNotice): Promise<Notice> {
    const { deskName, deskEmail } = await this.installation.organisation();
    return this.books.together(which.by, async (books) => {
      if (answers) await this.warn(books, which.id, answers);
      return books.notices.change(which, (notice) =>
        notice.describe(
          {
            ...{ ...content, grounds: keepingAnswers(content.grounds, notice.content.grounds) },
            ...{ submitterName: deskName, submitterEmail: deskEmail, answers: answers ?? notice.content.answers },
          },
          itemDrafts(items, notice.items, this.identities),
          which.by,
        ),
      );
    });
  }

  /** A danger that was not known yet marks the case too; cases are locked before notices. */
  private async warn(books: OpenBooks, noticeId: string, answers: NoticeAnswers): Promise<void> {
    const { caseId, content } = await books.notices.get(noticeId);
    if (caseId === null || !endangersLife(answers) || content.answers.danger === answers.danger) return;
    await books.cases.change({ id: caseId, quietly: true }, (file) => file.warn());
  }
}
