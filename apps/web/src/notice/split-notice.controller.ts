import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { SplitNotice } from '#application/notice/split-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { blank } from '../frame/form-state.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { SplitPage } from './split.page.js';
import { SeenForm } from './submit.form.js';

/** Making several drafts of one: first into which, then that it happens. */
@Controller('notices/:id/split')
@May('case.write', { notice: 'id' })
export class SplitNoticeController {
  constructor(
    private readonly splitNotice: SplitNotice,
    private readonly page: SplitPage,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/split')
  async show(@Param('id') id: string): Promise<object> {
    return { ...(await this.page.model(id)), form: blank() };
  }

  @Post()
  split(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SeenForm,
      page: 'notices/split',
      model: () => this.page.model(id),
      act: async ({ version }) => {
        const made = await this.splitNotice.run({ id, expected: Number(version), by: actor(person) });
        const references = made.map(({ reference }) => reference).join(', ');
        return { to: `/notices/${id}`, say: 'notices.split-done', facts: { n: made.length, references } };
      },
    });
  }
}
