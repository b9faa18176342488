import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { SetAsideNotice } from '#application/notice/set-aside-notice.js';
import { Register } from '#application/provider/register.js';
import { CATEGORIES } from '#domain/ground/category.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { NotReportablePage } from './not-reportable.page.js';

class NotReportableForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsOptional()
  @Matches(/^[a-z0-9-]{1,80}$/, { message: 'form.unknown-field' })
  platform?: string;

  @IsIn([...CATEGORIES], { message: 'wizard.topic-needed' })
  topic!: string;
}

const PAGE = 'notices/not-reportable';

/** What cannot be reported under the DSA: why, what does help, and recording it so that it is counted. */
@Controller('notices/:id/not-reportable')
@May('case.write', { notice: 'id' })
export class NotReportableController {
  constructor(
    private readonly setAside: SetAsideNotice,
    private readonly register: Register,
    private readonly page: NotReportablePage,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param('id') id: string, @CurrentUser() { language }: SignedIn): Promise<object> {
    return { ...(await this.page.model(id, language)), form: blank(await this.page.values(id)) };
  }

  @Post()
  record(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: NotReportableForm,
      page: PAGE,
      model: () => this.page.model(id, person.language),
      act: async ({ version, platform, topic }) => {
        if (platform) await this.register.platform(platform);
        const of = { platformCode: platform ?? null, category: topic };
        await this.setAside.run({ id, expected: Number(version), by: actor(person) }, of);
        return { to: `/notices/${id}`, say: 'wizard.set-aside-said' };
      },
    });
  }
}
