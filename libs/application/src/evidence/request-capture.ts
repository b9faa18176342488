import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { policyFor } from '#domain/evidence/capture-policy.js';
import { refuseUnlessKeepable } from '#domain/evidence/keeping.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { NoticeFile } from '../notice/notice-file.js';
import { Register } from '../provider/register.js';
import { ageIn } from './age-in.js';

/** A caseworker asks for a capture of an item's page; the worker makes it. Refused before anything where none may be. */
@Injectable()
export class RequestCapture {
  constructor(
    private readonly books: Books,
    private readonly register: Register,
    private readonly file: NoticeFile,
  ) {}

  async run({ noticeId, itemId, by }: { noticeId: string; itemId: string; by: Actor }): Promise<void> {
    const { capturesAsked } = await this.file.whole(noticeId);
    if (capturesAsked.includes(itemId)) return; // it waits already
    const grounds = await this.register.grounds();
    await this.books.together(by, async (books) => {
      const notice = await books.notices.get(noticeId);
      const { canonicalUrl } = notice.item(itemId);
      refuseUnlessKeepable(notice.content.answers, await ageIn(books, notice), 'capture');
      if (await books.addresses.saidToShowMinor([canonicalUrl])) throw new RuleViolation('capture.minor-elsewhere');
      const codes = notice.content.grounds.map((ground) => ground.code);
      policyFor(grounds.filter((ground) => codes.includes(ground.code)).map((ground) => ground.capturePolicy));
      await books.record({ kind: 'capture-requested', subject: 'notice', subjectId: noticeId, facts: { itemId } });
    });
  }
}
