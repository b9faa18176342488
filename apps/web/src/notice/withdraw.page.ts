import { Injectable } from '@nestjs/common';
import { NoticeFile } from '#application/notice/notice-file.js';
import { canFollow } from '#domain/notice/notice-status.js';
import { WITHDRAWAL_CAUSES } from '#domain/notice/withdrawal-reason.js';
import { isWithdrawalUntold } from '#domain/notice/withdrawal.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { blank } from '../frame/form-state.js';
import { letterView } from './letter.view.js';
import { NoticeDeadlines } from './notice-deadlines.js';

/** Everything the page shows on which a person takes a notice back. */
@Injectable()
export class WithdrawPage {
  constructor(
    private readonly file: NoticeFile,
    private readonly deadlines: NoticeDeadlines,
  ) {}

  /** The page before a letter was written, its fields as they were last filled in. */
  async begin(id: string, userId: string): Promise<object> {
    const { because = '', note = '' } = (await this.file.whole(id)).notice.content.answers.withdrawal ?? {};
    return { ...(await this.model(id, null, userId)), form: blank({ because, note }) };
  }

  /** With the letter of that digest, null where none was written yet. Refuses `letter.not-found`. */
  async model(id: string, digest: string | null, userId: string): Promise<object> {
    const { notice, deliveries } = await this.file.whole(id);
    const letter = digest === null ? null : await this.file.letter(digest);
    const isIts = letter?.noticeId === id && letter.purpose === 'withdrawal';
    if (digest !== null && !isIts) throw new RuleViolation('letter.not-found', { digest });
    const { reference, version, status, moments, content } = notice;
    const again = isWithdrawalUntold(notice, deliveries);
    if (!again && !canFollow(status, 'withdrawn'))
      throw new RuleViolation('notice.nothing-to-withdraw-by-letter', { status });
    const wasSent = moments.sentAt !== null;
    const { withdrawal = null } = content.answers;
    return {
      notice: { id, reference, version, wasSent },
      letter: letter && (await letterView(letter)),
      reason: withdrawal && { because: withdrawal.because, note: withdrawal.note },
      causes: WITHDRAWAL_CAUSES,
      action: `/notices/${id}/withdraw${wasSent ? '/letter' : ''}`,
      again,
      inOtherHands: await this.deadlines.inOtherHands(deliveries, userId),
    };
  }
}
