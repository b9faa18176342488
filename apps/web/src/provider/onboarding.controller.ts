import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { PlatformFile } from '#application/provider/platform-file.js';
import { RecordOnboarding } from '#application/provider/record-onboarding.js';
import { ONBOARDING_STATES } from '#domain/provider/onboarding.js';
import { readAll } from '#domain/provider/register-text.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Today } from './today.js';
import { OnboardingForm } from './register.form.js';

const PAGE = 'platforms/onboarding';
const FIELDS = {
  'onboarding.day-wrong': 'on',
  'onboarding.day-to-come': 'on',
  'onboarding.address-needed': 'address',
  'onboarding.address-wrong': 'address',
  'onboarding.why-needed': 'note',
  'register.unseen': 'note',
  'register.text-too-long': 'note',
};

/** Recording how a platform stands to our being a trusted flagger. */
@Controller('platforms/:code/onboarding')
@May('register.write')
export class OnboardingController {
  constructor(
    private readonly file: PlatformFile,
    private readonly record: RecordOnboarding,
    private readonly today: Today,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param('code') code: string, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.model(code, person)), form: blank({ on: await this.today.day() }) };
  }

  @Post()
  take(
    @Param('code') code: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: OnboardingForm,
      page: PAGE,
      model: () => this.model(code, person),
      fields: FIELDS,
      act: async ({ state, on, address, note = '' }) => {
        const known = address?.trim() ?? null;
        await this.record.run({ platformCode: code, state, on, address: known, note: note.trim() }, actor(person));
        return { to: `/platforms/${code}`, say: 'platforms.onboarding-kept' };
      },
    });
  }

  private async model(code: string, { language }: SignedIn): Promise<object> {
    const { platform } = await this.file.standing(code);
    const { name, trustedFlagger } = platform.thing;
    return { platform: { code, name }, route: readAll(trustedFlagger, ['note'], language), states: ONBOARDING_STATES };
  }
}
