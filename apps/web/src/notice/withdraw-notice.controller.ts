import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { canFollow } from '#domain/notice/notice-status.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { letterView } from './letter.view.js';
import { WithdrawForm } from './submit.form.js';

/** "This should not have been sent": taking a notice back and telling the platform. */
@Controller('notices/:id/withdraw')
@May('notice.send', { notice: 'id' })
export class WithdrawNoticeController {
  constructor(
    private readonly previewWithdrawal: PreviewWithdrawal,
    private readonly withdrawNotice: WithdrawNotice,
    private readonly file: NoticeFile,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/withdraw')
  async show(@Param('id') id: string): Promise<object> {
    return { ...(await this.model(id, null)), form: blank() };
  }

  /** Renders the letter, once; what is shown then is what will leave. */
  @Post('letter')
  async write(@Param('id') id: string, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const { digest } = await this.previewWithdrawal.run({ id, by: actor(person) });
    response.redirect(303, `/notices/${id}/withdraw/${digest}`);
  }

  @Get(':digest')
  @Page('notices/withdraw')
  async read(@Param() { id, digest }: { id: string; digest: string }): Promise<object> {
    return { ...(await this.model(id, digest)), form: blank() };
  }

  @Post()
  withdraw(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: WithdrawForm,
      page: 'notices/withdraw',
      model: () => this.model(id, null),
      act: async ({ version, letter }) => {
        const which = { id, expected: Number(version), letterDigest: letter ?? null };
        await this.withdrawNotice.run({ ...which, by: actor(person) });
        return { to: `/notices/${id}`, say: 'notices.withdrawn' };
      },
    });
  }

  private async model(id: string, digest: string | null): Promise<object> {
    const { notice } = await this.file.whole(id);
    const letter = digest === null ? null : await this.file.letter(digest);
    const isIts = letter?.noticeId === id && letter.purpose === 'withdrawal';
    if (digest !== null && !isIts) throw new RuleViolation('letter.not-found', { digest });
    const { reference, version, status, moments } = notice;
    if (!canFollow(status, 'withdrawn')) throw new RuleViolation('notice.nothing-to-withdraw-by-letter', { status });
    const wasSent = moments.sentAt !== null;
    const shown = letter && letterView(letter);
    return { notice: { id, reference, version, wasSent }, letter: shown, mayAct: !wasSent || shown !== null };
  }
}
