import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { StartNotice } from '#application/notice/start-notice.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { actor, CurrentUser } from '../../frame/current-user.decorator.js';
import type { DeskRequest } from '../../frame/desk-request.js';
import { Forms } from '../../frame/forms.js';
import { ButtonForm } from '../../access/users.form.js';
import { May } from '../../frame/may.decorator.js';

/** A notice of which nothing is known yet: what it is about is asked first. */
export const NOTHING: WrittenNotice = {
  platformCode: null,
  channel: null,
  language: 'en',
  measure: 'remove',
  manipulated: 'unknown',
  category: null,
  grounds: [],
  items: [],
};

/** Beginning a notice step by step. */
@Controller('cases/:caseId/notices/begin')
@May('case.write', { case: 'caseId' })
export class BeginNoticeController {
  constructor(
    private readonly startNotice: StartNotice,
    private readonly forms: Forms,
  ) {}

  @Post()
  begin(
    @Param('caseId') caseId: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ButtonForm,
      page: 'error',
      model: () => ({ kind: '422', reference: '', says: [], typed: [], back: `/cases/${caseId}` }),
      act: async () => {
        const { id } = await this.startNotice.run(caseId, NOTHING, actor(person));
        return `/notices/${id}/write/danger`;
      },
    });
  }
}
