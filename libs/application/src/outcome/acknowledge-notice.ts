import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** A caseworker confirms that a mail is the platform's confirmation of receipt (Art. 16(4)). */
@Injectable()
export class AcknowledgeNotice {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  run({ messageId, by }: { readonly messageId: string; readonly by: Actor }): Promise<Notice> {
    const at = this.clock.now();
    return this.books.together(by, async (books) => {
      const { noticeId, receivedAt } = await books.messages.get(messageId);
      if (noticeId === null) throw new RuleViolation('message.not-linked', { messageId });
      const notice = await books.notices.change({ id: noticeId }, (one) => one.acknowledge(receivedAt));
      await books.messages.change({ id: messageId }, (message) => {
        // Linked elsewhere since we looked: then it says nothing about this notice.
        if (message.noticeId !== noticeId) throw new RuleViolation('message.linked-elsewhere', { messageId });
        return message.handle('acknowledged', at);
      });
      return notice;
    });
  }
}
