import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { SeenForm, WithdrawForm } from './submit.form.js';
import { WithdrawPage } from './withdraw.page.js';

/** "This should not have been sent": taking a notice back and telling the platform. */
@Controller('notices/:id/withdraw')
@May('notice.send', { notice: 'id' })
export class WithdrawNoticeController {
  constructor(
    private readonly previewWithdrawal: PreviewWithdrawal,
    private readonly withdrawNotice: WithdrawNotice,
    private readonly page: WithdrawPage,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/withdraw')
  show(@Param('id') id: string, @CurrentUser() { userId }: SignedIn): Promise<object> {
    return this.page.begin(id, userId);
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
      ...this.turn(id, null, person),
      form: WithdrawForm,
      act: async ({ version, because, note = '' }) => {
        const which = { id, expected: Number(version), reason: { because, note }, by: actor(person) };
        const { digest } = await this.previewWithdrawal.run(which);
        return `/notices/${id}/withdraw/${digest}`;
      },
    });
  }

  /** Where telling the platform failed: the letter is written once more, for the reason that stands. */
  @Post('again')
  again(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn(id, null, person),
      form: SeenForm,
      act: async ({ version }) => {
        const which = { id, expected: Number(version), reason: null, by: actor(person) };
        const { digest } = await this.previewWithdrawal.run(which);
        return `/notices/${id}/withdraw/${digest}`;
      },
    });
  }

  @Get(':digest')
  @Page('notices/withdraw')
  async read(
    @Param() { id, digest }: { id: string; digest: string },
    @CurrentUser() { userId }: SignedIn,
  ): Promise<object> {
    return { ...(await this.page.model(id, digest, userId)), form: blank() };
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
      ...this.turn(id, digest, person),
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
      ...this.turn(id, null, person),
      form: WithdrawForm,
      act: async ({ version, because, note = '' }) => {
        const which = { id, expected: Number(version), letterDigest: null, by: actor(person) };
        await this.withdrawNotice.run({ ...which, reason: { because, note } });
        return { to: `/notices/${id}`, say: 'notices.withdrawn' };
      },
    });
  }

  private turn(id: string, digest: string | null, { userId }: SignedIn) {
    const fields = { 'notice.withdrawal-note-needed': 'note', 'notice.withdrawal-reason-needed': 'because' };
    return { page: 'notices/withdraw', model: () => this.page.model(id, digest, userId), fields };
  }
}
