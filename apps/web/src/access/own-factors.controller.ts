import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { AddPasskey } from '#application/access/add-passkey.js';
import { RemoveFactor } from '#application/access/remove-factor.js';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { FreshProof } from '../frame/proof-needed.js';
import { answerIn, NewPasskeyForm } from './passkey.form.js';
import { GoOnForm, OwnThingForm } from './prove.form.js';

/** Passkeys of one's own, and taking away what is used no longer. */
@Controller('account')
@May('account.own')
@UseGuards(FreshProof)
export class OwnFactorsController {
  constructor(
    private readonly addPasskey: AddPasskey,
    private readonly removeFactor: RemoveFactor,
    private readonly forms: Forms,
  ) {}

  @Get('passkeys/new')
  ask(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.forms.open(request, response, 'new-passkey', { values: { name: '' } });
  }

  @Post('passkeys/new')
  add(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: NewPasskeyForm,
      page: 'new-passkey',
      model: () => ({}),
      fields: { 'access.passkey-name': 'name' },
      act: async ({ answer, name }) => {
        await this.addPasskey.run(person, request.secret, { answer: answerIn(answer), name });
        return { to: '/account/security', say: 'security.passkey-added' };
      },
    });
  }

  @Post('passkeys/remove')
  remove(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: OwnThingForm,
      page: 'new-passkey',
      model: () => ({}),
      act: async ({ which }) => {
        await this.removeFactor.run(person, { kind: 'passkey', passkeyId: which });
        return { to: '/account/security', say: 'security.passkey-removed' };
      },
    });
  }

  @Post('app/remove')
  removeApp(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: GoOnForm,
      page: 'new-passkey',
      model: () => ({}),
      act: async () => {
        await this.removeFactor.run(person, { kind: 'totp' });
        return { to: '/account/security', say: 'security.app-removed' };
      },
    });
  }
}
