import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AddPlatform } from '#application/provider/add-platform.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms, type FieldOfRule } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AMEND_FIELDS } from './amend.controller.js';
import { NewSiteForm } from './register.form.js';

type Asked = Readonly<Record<string, unknown>>;

const PAGE = 'platforms/new';
const CHOICES = { kinds: ['online-platform', 'hosting'] };
const FIELDS: Readonly<Record<string, FieldOfRule>> = {
  ...Object.fromEntries(
    Object.entries(AMEND_FIELDS).map(([rule, field]) => [rule, field === 'hosts' ? 'host' : field]),
  ),
  'platform.name-taken': 'name',
  'channel.mail-address-wrong': 'email',
};
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Adding a site that is not in the register, from its page or from the middle of a notice. */
@Controller('platforms/new')
@May('register.add')
export class NewPlatformController {
  constructor(
    private readonly add: AddPlatform,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  show(@Query() asked: Asked): object {
    const { host, notice } = asked;
    const begin = { host: typeof host === 'string' ? host.slice(0, 300) : '', notice: noticeOf(notice) };
    return { ...CHOICES, notice: begin.notice, form: blank({ ...begin, kind: 'online-platform' }) };
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const notice = noticeOf((request.body as Asked | undefined)?.['notice']);
    return this.forms.take(request, response, {
      form: NewSiteForm,
      page: PAGE,
      model: () => ({ ...CHOICES, notice }),
      fields: FIELDS,
      act: async ({ name, host, kind, email = null, source }) => {
        const code = await this.add.run({ name, host, kind, email, source }, actor(person));
        const to = notice === '' ? `/platforms/${code}` : `/notices/${notice}/write/content`;
        return { to, say: notice === '' ? 'platforms.added' : 'platforms.added-back', facts: { name } };
      },
    });
  }
}

const noticeOf = (asked: unknown): string => (typeof asked === 'string' && UUID.test(asked) ? asked : '');
