import { Injectable } from '@nestjs/common';
import { assertStill, tell, type Read, type ToldWay } from '#domain/case/telling.js';
import type { Actor } from '#domain/event.js';
import { newsOf } from '#domain/outcome/news.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { timeAllowed } from '#domain/statistics/time-allowed.js';
import { Installation } from '../access/installation.js';
import { Books } from '../books.js';
import { Clock } from '../clock.js';

/** Records that a caseworker told the help-seeker what came of notices in a case, or could not reach them. */
@Injectable()
export class TellHelpSeeker {
  constructor(
    private readonly books: Books,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  /** `read` is what stood on the page; refuses `case.news-outdated` where a notice stands otherwise by now. */
  async run(
    { caseId, by }: { readonly caseId: string; readonly by: Actor & { readonly kind: 'user' } },
    read: readonly Read[],
    how: ToldWay,
  ): Promise<void> {
    const allowed = timeAllowed(await this.installation.organisation());
    const { tellings, event } = tell({ caseId, by: by.userId }, read, how);
    await this.books.together(by, async (books) => {
      for (const one of read) {
        const notice = await books.notices.get(one.noticeId);
        if (notice.caseId !== caseId) throw new RuleViolation('notice.not-found', { id: one.noticeId });
        assertStill(one, newsOf(notice, allowed, this.clock.now()));
      }
      await books.tellings.add(tellings);
      await books.record(event);
    });
  }
}
