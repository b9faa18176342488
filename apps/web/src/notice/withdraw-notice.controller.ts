import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { canFollow } from '#domain/notice/notice-status.js';
import { WITHDRAWAL_CAUSES } from '#domain/notice/withdrawal-reason.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { letterView } from './letter.view.js';
import { SeenForm, WithdrawForm } from './submit.form.js';

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
    const { because = '', note = '' } = (await this.file.whole(id)).notice.content.answers.withdrawal ?? {};
    return { ...(await this.model(id, null)), form: blank({ because, note }) };
  }

  /** Keeps why, and renders the letter, once; what is shown then is what will leave. */
  @Post('letter')
  write(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn(id, null),
      form: WithdrawForm,
      act: async ({ version, because, note = '' }) => {
        const which = { id, expected: Number(version), reason: { because, note }, by: actor(person) };
        const { digest } = await this.previewWithdrawal.run(which);
        return `/notices/${id}/withdraw/${digest}`;
      },
    });
  }

  @Get(':digest')
  @Page('notices/withdraw')
  async read(@Param() { id, digest }: { id: string; digest: string }): Promise<object> {
    return { ...(await this.model(id, digest)), form: blank() };
  }

  /** Of what was sent: the letter that was read leaves. */
  @Post(':digest')
  withdrawSent(
    @Param() { id, digest }: { id: string; digest: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn(id, digest),
      form: SeenForm,
      act: async ({ version }) => {
        const which = { id, expected: Number(version), letterDigest: digest, by: actor(person) };
        await this.withdrawNotice.run(which);
        return { to: `/notices/${id}`, say: 'notices.withdrawn' };
      },
    });
  }

  /** Of what never left: nobody is told. */
  @Post()
  withdraw(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn(id, null),
      form: WithdrawForm,
      act: async ({ version, because, note = '' }) => {
        const which = { id, expected: Number(version), letterDigest: null, by: actor(person) };
        await this.withdrawNotice.run({ ...which, reason: { because, note } });
        return { to: `/notices/${id}`, say: 'notices.withdrawn' };
      },
    });
  }

  private turn(id: string, digest: string | null) {
    const fields = { 'notice.withdrawal-note-needed': 'note', 'notice.withdrawal-reason-needed': 'because' };
    return { page: 'notices/withdraw', model: () => this.model(id, digest), fields };
  }

  private async model(id: string, digest: string | null): Promise<object> {
    const { notice } = await this.file.whole(id);
    const letter = digest === null ? null : await this.file.letter(digest);
    const isIts = letter?.noticeId === id && letter.purpose === 'withdrawal';
    if (digest !== null && !isIts) throw new RuleViolation('letter.not-found', { digest });
    const { reference, version, status, moments, content } = notice;
    if (!canFollow(status, 'withdrawn')) throw new RuleViolation('notice.nothing-to-withdraw-by-letter', { status });
    const wasSent = moments.sentAt !== null;
    const shown = letter && (await letterView(letter));
    const { withdrawal = null } = content.answers;
    const reason = withdrawal && { because: withdrawal.because, note: withdrawal.note };
    const action = `/notices/${id}/withdraw${wasSent ? '/letter' : ''}`;
    return { notice: { id, reference, version, wasSent }, letter: shown, reason, causes: WITHDRAWAL_CAUSES, action };
  }
}
