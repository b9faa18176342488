import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { withoutEnclosure } from '#domain/evidence/enclosed.js';
import { canFollow } from '#domain/notice/notice-status.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books } from '../books.js';

/** Which file of which notice, and who takes it away. */
export interface Removing {
  readonly noticeId: string;
  readonly evidenceId: string;
  readonly by: Actor & { readonly kind: 'user' };
}

/** A person takes a file away from beside a notice: it goes along nowhere any more, and its custody says who did so and when. */
@Injectable()
export class RemoveAttachment {
  constructor(private readonly books: Books) {}

  /** The bytes stay under their digest until their time is over: who kept what must remain to be seen. */
  async run({ noticeId, evidenceId, by }: Removing): Promise<void> {
    await this.books.together(by, async (books) => {
      const { content, status } = await books.notices.get(noticeId);
      const present = await books.evidence.attached(noticeId);
      const item = present.find(({ id }) => id === evidenceId);
      if (!item) throw new RuleViolation('attachment.elsewhere', { id: evidenceId });
      if (content.answers.enclosed?.some(({ digest }) => digest === item.digest)) {
        if (status !== 'draft' && !canFollow(status, 'draft')) throw new RuleViolation('attachment.went-along');
        await books.notices.change({ id: noticeId }, (one) =>
          one.describe(withoutEnclosure(one.content, item.digest), one.items, by),
        );
      }
      await books.evidence.touch(evidenceId, (one, at) => one.touch('removed', at, by.userId));
      const facts = { evidenceId };
      await books.record({ kind: 'attachment-removed', subject: 'notice', subjectId: noticeId, facts });
    });
  }
}
