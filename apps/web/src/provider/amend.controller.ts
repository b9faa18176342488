import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AmendPlatform } from '#application/provider/amend-platform.js';
import { hostBrought } from '#domain/provider/new-instance.js';
import { FLAGGER_ROUTES, PLATFORM_KINDS } from '#domain/provider/platform.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms, type FieldOfRule } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AmendPage } from './amend.page.js';
import { platformValues, platformWished } from './form-values.js';
import { Today } from './today.js';
import { PlatformForm } from './register.form.js';

const PAGE = 'platforms/edit';
const CHOICES = { kinds: PLATFORM_KINDS, routes: FLAGGER_ROUTES, designations: ['vlop', 'vlose'] };
const HOST_RULES = ['known', 'look-alike', 'short-link', 'private', 'unseen', 'too-long', 'unreadable', 'too-wide'];

/** Fields that the rules of a change speak about. */
export const AMEND_FIELDS: Readonly<Record<string, FieldOfRule>> = {
  ...Object.fromEntries(HOST_RULES.map((rule) => [`platform.host-${rule}`, 'hosts'])),
  'register.reason-needed': 'reason',
  'register.reason-too-long': 'reason',
  'register.source-needed': 'source',
  'register.lines-uneven': 'onlyPersonNl',
  'register.line-empty': ({ field }) => String(field),
  'register.line-too-long': ({ field }) => String(field),
  'register.unseen': ({ field }) => String(field),
  'platform.day-wrong': 'designatedOn',
  'platform.days-turned-round': 'designatedUntil',
};

/** Changing what the register says of a platform, with a reason; what stood there stays in its history. */
@Controller('platforms/:code/edit')
@May('register.write')
export class AmendController {
  constructor(
    private readonly page: AmendPage,
    private readonly amend: AmendPlatform,
    private readonly today: Today,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(
    @Param('code') code: string,
    @CurrentUser() person: SignedIn,
    @Query('host') host: unknown,
  ): Promise<object> {
    const { platform } = await this.page.standing(code);
    const values = platformValues(platform.thing);
    const hosts = [values['hosts'], hostBrought(host)].filter(Boolean).join('\n');
    const form = blank({ ...values, hosts, version: String(platform.version) });
    return { ...CHOICES, ...(await this.page.model('platform', code, person)), form };
  }

  @Post()
  take(
    @Param('code') code: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const typed = (request.body as Record<string, unknown> | undefined)?.['version'];
    return this.forms.take(request, response, {
      form: PlatformForm,
      page: PAGE,
      model: async () => ({ ...CHOICES, ...(await this.page.model('platform', code, person, typed)) }),
      fields: AMEND_FIELDS,
      act: async (form) => {
        const day = await this.today.day();
        const which = { code, expected: Number(form.version), reason: form.reason, by: actor(person) };
        await this.amend.run(which, (was) => platformWished(was, form, day));
        return { to: `/platforms/${code}`, say: 'platforms.kept' };
      },
    });
  }
}
