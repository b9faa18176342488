import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { SetAsideNotice } from '#application/notice/set-aside-notice.js';
import { Register } from '#application/provider/register.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import { CATEGORIES, CATEGORY_LABELS } from '#domain/ground/category.js';
import { whyNotReportable } from '#domain/notice/scope.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

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
    private readonly file: NoticeFile,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param('id') id: string, @CurrentUser() { language }: SignedIn): Promise<object> {
    const { notice } = await this.file.whole(id);
    const { platformCode, category } = notice.content;
    return {
      ...(await this.model(id, language)),
      form: blank({ platform: platformCode ?? '', topic: category ?? '' }),
    };
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
      model: () => this.model(id, person.language),
      act: async ({ version, platform, topic }) => {
        if (platform) await this.register.platform(platform);
        const of = { platformCode: platform ?? null, category: topic };
        await this.setAside.run({ id, expected: Number(version), by: actor(person) }, of);
        return { to: `/notices/${id}`, say: 'wizard.set-aside-said' };
      },
    });
  }

  private async model(id: string, language: DeskLanguage): Promise<object> {
    const { notice } = await this.file.whole(id);
    const because = whyNotReportable(notice.content.answers.scope);
    if (because === null) throw new RuleViolation('scope.not-found', { id });
    const platforms = await this.register.platforms();
    return {
      notice: { id, reference: notice.reference, status: notice.status, version: notice.version },
      because,
      platforms: platforms.map(({ code, name }) => ({ value: code, text: name })),
      topics: CATEGORIES.map((code) => ({ value: code, text: CATEGORY_LABELS[code][language] })),
    };
  }
}
