import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { PreviewWithdrawal } from '#application/notice/preview-withdrawal.js';
import { WithdrawNotice } from '#application/notice/withdraw-notice.js';
import { WORKING_ROLES } from '#domain/access/role.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { Roles } from '../frame/open.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { letterView } from './letter.view.js';
import { WithdrawForm } from './submit.form.js';

/** "This should not have been sent": taking a notice back and telling the platform. */
@Controller('notices/:id/withdraw')
@Roles(...WORKING_ROLES)
export class WithdrawNoticeController {
  constructor(
    private readonly previewWithdrawal: PreviewWithdrawal,
    private readonly withdrawNotice: WithdrawNotice,
    private readonly file: NoticeFile,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/withdraw')
  async show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.model(id, person)), form: blank() };
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
      model: () => this.model(id, person),
      act: async ({ version, letter }) => {
        const which = { id, expected: Number(version), letterDigest: letter ?? null };
        await this.withdrawNotice.run({ ...which, by: actor(person) });
        return { to: `/notices/${id}`, say: 'notices.withdrawn' };
      },
    });
  }

  private async model(id: string, person: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    const wasSent = notice.moments.sentAt !== null;
    const letter = wasSent ? letterView(await this.previewWithdrawal.run({ id, by: actor(person) })) : null;
    const { reference, version, status } = notice;
    return { notice: { id, reference, version, status }, letter };
  }
}
