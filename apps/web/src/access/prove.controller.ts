import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ProveAgain } from '#application/access/prove-again.js';
import type { SignedIn } from '#application/access/sessions.js';
import { giveSession } from '../frame/cookies.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Entrance } from './entrance.js';
import { answerIn, PasskeyForm } from './passkey.form.js';
import { ProveForm } from './prove.form.js';

/** Showing once more that it is you, before changing how you prove it. */
@Controller('prove')
@May('account.own')
export class ProveController {
  constructor(
    private readonly proveAgain: ProveAgain,
    private readonly entrance: Entrance,
    private readonly forms: Forms,
  ) {}

  @Get()
  ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    return this.forms.open(request, response, 'prove', { values: { to: ownPath(to) } });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: ProveForm,
      page: 'prove',
      model: () => ({}),
      fields: { 'access.password-wrong': 'password' },
      act: async ({ password, to }) => {
        const { address } = this.entrance.browserOf(request);
        const knownDevice = await this.entrance.knownDevice(request, person.email);
        giveSession(response, await this.proveAgain.byPassword(person, { password, address, knownDevice }));
        return ownPath(to);
      },
    });
  }

  @Post('passkey')
  takePasskey(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: PasskeyForm,
      page: 'prove',
      model: () => ({}),
      act: async ({ answer, to }) => {
        giveSession(response, await this.proveAgain.byPasskey(person, request.secret, answerIn(answer)));
        return ownPath(to);
      },
    });
  }
}
