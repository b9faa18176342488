import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { FreshProof } from '../frame/proof-needed.js';
import { appPicture } from './app-picture.js';
import { CodeForm } from './second-step.form.js';

/** Setting up an authenticator app, also in place of an earlier one. */
@Controller('account/app')
@May('account.own')
@UseGuards(FreshProof)
export class OwnAppController {
  constructor(
    private readonly setUpTotp: SetUpTotp,
    private readonly forms: Forms,
  ) {}

  @Get()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    await this.forms.open(request, response, 'own-app', { model: appPicture(await this.setUpTotp.propose(person)) });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: CodeForm,
      page: 'own-app',
      model: async () => appPicture(await this.setUpTotp.propose(person)),
      fields: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
      act: async ({ code }) => {
        await this.setUpTotp.run(person, code);
        return { to: '/account/security', say: 'security.app-added' };
      },
    });
  }
}
