import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CopyNotice } from '#application/notice/copy-notice.js';
import { FollowUpNotice } from '#application/notice/follow-up-notice.js';
import type { Notice } from '#domain/notice/notice.js';
import { ButtonForm } from '../access/users.form.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { NoticePage } from './notice.page.js';

/** Writing a notice once more: as a copy, or because the platform left things as they are. */
@Controller('notices/:id')
@May('case.write', { notice: 'id' })
export class RepeatNoticeController {
  constructor(
    private readonly copyNotice: CopyNotice,
    private readonly followUpNotice: FollowUpNotice,
    private readonly page: NoticePage,
    private readonly forms: Forms,
  ) {}

  @Post('copy')
  copy(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.take(request, response, {
      ...{ id, person, say: 'notices.copied' },
      make: () => this.copyNotice.run({ id, by: actor(person) }),
    });
  }

  @Post('follow-up')
  followUp(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.take(request, response, {
      ...{ id, person, say: 'notices.followed-up' },
      make: () => this.followUpNotice.run({ id, by: actor(person) }),
    });
  }

  private take(
    request: DeskRequest,
    response: Response,
    { id, person, say, make }: { id: string; person: SignedIn; say: string; make: () => Promise<Notice> },
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ButtonForm,
      page: 'notices/show',
      model: () => this.page.model(id, person),
      act: async () => {
        const { id: made, reference } = await make();
        return { to: `/notices/${made}/write/danger`, say, facts: { reference } };
      },
    });
  }
}
