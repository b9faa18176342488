import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AmendProvider } from '#application/provider/amend-provider.js';
import { CONTACT_PURPOSES } from '#domain/provider/platform.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AMEND_FIELDS } from './amend.controller.js';
import { AmendPage } from './amend.page.js';
import { providerValues, providerWished } from './form-values.js';
import { Today } from './today.js';
import { ProviderForm } from './register.form.js';

const PAGE = 'platforms/provider';
const CHOICES = { exemptions: ['unknown', 'exempt', 'not-exempt'], purposes: CONTACT_PURPOSES };
const FIELDS = {
  ...AMEND_FIELDS,
  'provider.country-wrong': 'country',
  'provider.representative-country-wrong': 'representativeCountry',
  'provider.contact-point-wrong': 'contactPoints',
  'provider.contact-purpose-unknown': 'contactPoints',
};

/** Changing what the register says of the provider behind a platform. */
@Controller('platforms/:code/provider')
@May('register.write')
export class AmendProviderController {
  constructor(
    private readonly page: AmendPage,
    private readonly amend: AmendProvider,
    private readonly today: Today,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param('code') code: string, @CurrentUser() person: SignedIn): Promise<object> {
    const { provider } = await this.page.standing(code);
    const values = providerValues(provider.thing, this.page.say(person));
    const form = blank({ ...values, version: String(provider.version) });
    return { ...CHOICES, ...(await this.page.model('provider', code, person)), form };
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
      form: ProviderForm,
      page: PAGE,
      model: async () => ({ ...CHOICES, ...(await this.page.model('provider', code, person, typed)) }),
      fields: FIELDS,
      act: async (form) => {
        const { provider } = await this.page.standing(code);
        const told = { day: await this.today.day(), say: this.page.say(person) };
        const by = actor(person);
        const which = { code: provider.thing.code, expected: Number(form.version), reason: form.reason, by };
        await this.amend.run(which, (was) => providerWished(was, form, told));
        return { to: `/platforms/${code}`, say: 'platforms.provider-kept' };
      },
    });
  }
}
