import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CloseNotice } from '#application/notice/close-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { NoticePage } from './notice.page.js';
import { SeenForm } from './submit.form.js';

/** Being done with a decided notice, and taking it up again. */
@Controller('notices/:id')
@May('case.write', { notice: 'id' })
export class CloseNoticeController {
  constructor(
    private readonly closeNotice: CloseNotice,
    private readonly page: NoticePage,
    private readonly forms: Forms,
  ) {}

  @Post('close')
  close(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.take(request, response, person, {
      id,
      say: 'notices.closed',
      act: (which) => this.closeNotice.run(which),
    });
  }

  @Post('reopen')
  reopen(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.take(request, response, person, {
      id,
      say: 'notices.reopened',
      act: (which) => this.closeNotice.reopen(which),
    });
  }

  private take(
    request: DeskRequest,
    response: Response,
    person: SignedIn,
    turn: { id: string; say: string; act: CloseNotice['run'] },
  ): Promise<void> {
    const { id, say, act } = turn;
    return this.forms.take(request, response, {
      form: SeenForm,
      page: 'notices/show',
      model: () => this.page.model(id, person),
      act: async ({ version }) => {
        await act({ id, expected: Number(version), by: actor(person) });
        return { to: `/notices/${id}`, say };
      },
    });
  }
}
