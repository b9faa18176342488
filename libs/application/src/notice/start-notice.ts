import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { yearIn } from '#domain/instant.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { Notice } from '#domain/notice/notice.js';
import { reference } from '#domain/notice/reference.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';
import { Identities } from '../identities.js';
import { itemDrafts, type WrittenNotice } from './written-notice.js';

/** A caseworker begins a notice in a case; it may lack anything yet. */
@Injectable()
export class StartNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly identities: Identities,
    private readonly installation: Installation,
  ) {}

  async run(caseId: string, { items, answers = UNANSWERED, ...content }: WrittenNotice, by: Actor): Promise<Notice> {
    const { deskName, deskEmail, zone } = await this.installation.organisation();
    const at = this.clock.now();
    const id = this.identities.id();
    return this.books.together(by, async (books) => {
      const file = await books.cases.get(caseId);
      file.assertOpen();
      const { line } = file.content;
      const number = reference('notice', yearIn(at, zone), await books.nextNumber('notice', yearIn(at, zone)));
      const identity = { id, reference: number, caseId, regime: 'article-22', origin: 'desk', line } as const;
      const submitter = { submitterName: deskName, submitterEmail: deskEmail };
      const drafts = itemDrafts(items, [], this.identities);
      const notice = Notice.draft(identity, { ...content, ...submitter, answers }, drafts, { at, by });
      await books.notices.add(notice, { kind: 'notice-started', subject: 'notice', subjectId: id, facts: { caseId } });
      return notice;
    });
  }
}
