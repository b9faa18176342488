import { Injectable } from '@nestjs/common';
import type { Letter } from '#domain/correspondence/letter.js';
import type { Actor } from '#domain/event.js';
import { canFollow } from '#domain/notice/notice-status.js';
import type { Notice } from '#domain/notice/notice.js';
import { refuseUnlessUntold } from '#domain/notice/withdrawal.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Books, type Which } from '../books.js';
import { Clock } from '../clock.js';
import { RenderLetter } from './render-letter.js';
import type { WithdrawalWord } from './withdraw-notice.js';

/** What is to be withdrawn and why. */
export interface ExplainedWithdrawal extends Which {
  /** Null to tell again, for the reason that stands, where telling the platform failed. */
  readonly reason: WithdrawalWord | null;
  readonly by: Actor & { readonly kind: 'user' };
}

type Explained = ExplainedWithdrawal & { readonly reason: WithdrawalWord };

/** Shows the letter that will tell the platform that a notice should not have been sent. */
@Injectable()
export class PreviewWithdrawal {
  constructor(
    private readonly books: Books,
    private readonly render: RenderLetter,
    private readonly clock: Clock,
  ) {}

  /** The reason is kept with it: what the letter says of it, and what is recorded when it leaves, are the same. */
  async run({ by, reason, ...which }: ExplainedWithdrawal): Promise<Letter> {
    const at = this.clock.now();
    const notice = reason === null ? await this.untold(which, by) : await this.explained({ ...which, reason, by }, at);
    const letter = await this.render.run('withdrawal', notice, at);
    await this.books.together(by, (books) => books.letters.add(letter));
    return letter;
  }

  private explained({ reason, by, ...which }: Explained, at: Date): Promise<Notice> {
    return this.books.change('notices', { ...which, by }, (one) => {
      if (one.moments.sentAt === null || !canFollow(one.status, 'withdrawn')) {
        throw new RuleViolation('notice.nothing-to-withdraw-by-letter', { status: one.status });
      }
      return one.explainWithdrawal({ ...reason, by: by.userId, at: at.toISOString() });
    });
  }

  private untold({ id }: Which, by: Actor): Promise<Notice> {
    return this.books.together(by, async (books) => {
      const notice = await books.notices.get(id);
      refuseUnlessUntold(notice, await books.deliveryStandings(id));
      return notice;
    });
  }
}
