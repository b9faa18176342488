import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SignIn } from '#application/access/sign-in.js';
import { SignOut } from '#application/access/sign-out.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { giveSession, takeSession } from '../frame/cookies.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Entrance } from './entrance.js';
import { SignInForm } from './sign-in.form.js';

/** Coming in and leaving. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly forms: Forms,
    private readonly entrance: Entrance,
  ) {}

  @Open()
  @Get('sign-in')
  async ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    if (request.person) return response.redirect(303, ownPath(to));
    await this.forms.open(request, response, 'sign-in', { values: { email: '', to: ownPath(to) } });
  }

  @Open()
  @Post('sign-in')
  take(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.forms.take(request, response, {
      form: SignInForm,
      page: 'sign-in',
      model: () => ({}),
      act: (form) => this.enter(request, response, form),
    });
  }

  @Open()
  @Post('sign-out')
  async leave(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    await this.endPresent(request);
    takeSession(response);
    response.set('Clear-Site-Data', '"cache", "storage"').redirect(303, '/sign-in');
  }

  /** A new secret at each sign-in, so that one planted before is worth nothing; the former session ends. */
  private async enter(request: DeskRequest, response: Response, form: SignInForm): Promise<string> {
    const browser = this.entrance.browserOf(request);
    const answer = await this.signIn.run({ email: form.email, password: form.password, ...browser });
    if (answer.kind === 'refused') throw new RuleViolation('access.refused');
    if (answer.kind === 'wait') {
      response.set('Retry-After', String(answer.seconds));
      throw new RuleViolation('access.wait', { n: answer.seconds });
    }
    await this.endPresent(request);
    giveSession(response, answer.secret);
    return `/sign-in/second-step?to=${encodeURIComponent(ownPath(form.to))}`;
  }

  private async endPresent({ person, half }: DeskRequest): Promise<void> {
    const present = person ?? half;
    if (present) await this.signOut.run(present);
  }
}
