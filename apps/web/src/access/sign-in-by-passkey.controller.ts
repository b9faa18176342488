import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SignInByPasskey } from '#application/access/sign-in-by-passkey.js';
import { SignOut } from '#application/access/sign-out.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Entrance } from './entrance.js';
import { answerIn, PasskeyForm } from './passkey.form.js';

/** Coming in with a passkey alone, from the first page or instead of a code. */
@Open()
@Controller('sign-in/passkey')
export class SignInByPasskeyController {
  constructor(
    private readonly signInByPasskey: SignInByPasskey,
    private readonly signOut: SignOut,
    private readonly entrance: Entrance,
    private readonly forms: Forms,
  ) {}

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.forms.take(request, response, {
      form: PasskeyForm,
      page: request.half ? 'second-step' : 'sign-in',
      model: () => ({}),
      act: async ({ answer, to }) => {
        const given = { answer: answerIn(answer), ...this.entrance.browserOf(request) };
        const entered = await this.signInByPasskey.run(request.secret, given);
        const present = request.person ?? request.half;
        if (present) await this.signOut.run(present);
        await this.entrance.letIn(request, response, entered);
        return ownPath(to);
      },
    });
  }
}
