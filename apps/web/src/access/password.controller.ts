import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SetPassword } from '#application/access/set-password.js';
import { PASSWORD_MINIMUM } from '#domain/access/password.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { PasswordForm } from './password.form.js';

/** Choosing a password by the one-time link an administrator made. */
@Open()
@Controller('password')
export class PasswordController {
  constructor(
    private readonly setPassword: SetPassword,
    private readonly forms: Forms,
  ) {}

  @Get(':secret')
  @Page('password')
  async ask(@Param('secret') secret: string): Promise<object> {
    return { ...(await this.pageOf(secret)), form: blank() };
  }

  @Post(':secret')
  take(@Req() request: DeskRequest, @Res() response: Response, @Param('secret') secret: string): Promise<void> {
    return this.forms.take(request, response, {
      form: PasswordForm,
      page: 'password',
      model: () => this.pageOf(secret),
      fields: FIELDS,
      act: async ({ password, passwordAgain }) => {
        if (password !== passwordAgain) throw new RuleViolation('access.passwords-differ');
        await this.setPassword.run(secret, password);
        return '/sign-in';
      },
    });
  }

  private async pageOf(secret: string) {
    const { email } = await this.setPassword.check(secret);
    return { email, minimum: PASSWORD_MINIMUM };
  }
}

const FIELDS = {
  'access.password-too-short': 'password',
  'access.password-too-long': 'password',
  'access.password-guessable': 'password',
  'access.passwords-differ': 'passwordAgain',
};
