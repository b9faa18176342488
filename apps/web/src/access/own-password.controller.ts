import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { ChangePassword } from '#application/access/change-password.js';
import type { SignedIn } from '#application/access/sessions.js';
import { PASSWORD_MINIMUM } from '#domain/access/password.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { FreshProof } from '../frame/proof-needed.js';
import { Entrance } from './entrance.js';
import { ChangePasswordForm } from './prove.form.js';

const MODEL = { minimum: PASSWORD_MINIMUM };
const FIELDS = {
  'access.password-wrong': 'presentPassword',
  'access.password-too-short': 'password',
  'access.password-too-long': 'password',
  'access.password-guessable': 'password',
  'access.passwords-differ': 'passwordAgain',
};

/** Choosing another password. */
@Controller('account/password')
@May('account.own')
@UseGuards(FreshProof)
export class OwnPasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly entrance: Entrance,
    private readonly forms: Forms,
  ) {}

  @Get()
  ask(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.forms.open(request, response, 'own-password', { model: MODEL });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: ChangePasswordForm,
      page: 'own-password',
      model: () => MODEL,
      fields: FIELDS,
      act: async ({ presentPassword, password, passwordAgain }) => {
        if (password !== passwordAgain) throw new RuleViolation('access.passwords-differ');
        const { address } = this.entrance.browserOf(request);
        const knownDevice = await this.entrance.knownDevice(request, person.email);
        await this.changePassword.run(person, { present: presentPassword, next: password, address, knownDevice });
        return { to: '/account/security', say: 'security.password-changed' };
      },
    });
  }
}
