import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CheckPage } from './check.page.js';
import { SeenForm, SubmitForm } from './submit.form.js';

const AT_THE_BOX = { 'notice.incomplete': 'bonaFide' };

/** Checking the letter exactly as it will leave, and sending it. */
@Controller('notices/:id')
@May('notice.send', { notice: 'id' })
export class CheckNoticeController {
  constructor(
    private readonly previewNotice: PreviewNotice,
    private readonly submitNotice: SubmitNotice,
    private readonly page: CheckPage,
    private readonly forms: Forms,
  ) {}

  /** What was answered and what is missing, before there is a letter. */
  @Get('write/check')
  @Page('wizard/check')
  async answers(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.page.before(id, person)), form: blank() };
  }

  /** Makes it ready and renders the letter: these bytes are kept, and what is sent later are these bytes. */
  @Post('prepare')
  prepare(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SeenForm,
      page: 'wizard/check',
      model: () => this.page.before(id, person),
      act: async ({ version }) => {
        const letter = await this.previewNotice.run({ id, expected: Number(version), by: actor(person) });
        return `/notices/${id}/check/${letter.digest}`;
      },
    });
  }

  @Get('check/:digest')
  @Page('notices/check')
  async check(
    @Param('id') id: string,
    @Param('digest') digest: string,
    @CurrentUser() person: SignedIn,
  ): Promise<object> {
    return { ...(await this.page.check(id, digest, person)), form: blank() };
  }

  @Post('check/:digest')
  submit(
    @Param('id') id: string,
    @Param('digest') digest: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SubmitForm,
      page: 'notices/check',
      model: () => this.page.check(id, digest, person),
      fields: AT_THE_BOX,
      act: async ({ version }) => {
        const statement = { letterDigest: digest, bonaFideText: BONA_FIDE_TEXT_VERSION };
        const which = { id, expected: Number(version), ...statement };
        const delivery = await this.submitNotice.run({ ...which, by: actor(person) });
        if (delivery.format === 'form-sheet') return `/notices/${id}/hand-in/${delivery.id}`;
        return { to: `/notices/${id}`, say: 'notices.submitted' };
      },
    });
  }
}
