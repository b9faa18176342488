import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { FirstFactor } from '#application/access/first-factor.js';
import type { SignedIn } from '#application/access/sessions.js';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { appPicture } from './app-picture.js';
import { Entrance } from './entrance.js';
import { halfOf, instead } from './half.js';
import { answerIn, NewPasskeyForm } from './passkey.form.js';
import { CodeForm } from './second-step.form.js';

const FIELDS = { 'access.code-wrong': 'code', 'access.code-used': 'code', 'access.passkey-name': 'name' };

/** Setting up a second step for who has none yet; they reach nothing else before. */
@Open()
@Controller('sign-in/set-up')
export class SetUpController {
  constructor(
    private readonly firstFactor: FirstFactor,
    private readonly setUpTotp: SetUpTotp,
    private readonly entrance: Entrance,
    private readonly forms: Forms,
  ) {}

  @Get()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    const { half } = request;
    if (!half) return instead(request, response, to);
    if (!(await this.firstFactor.isNeeded(half))) {
      return response.redirect(303, `/sign-in/second-step?to=${encodeURIComponent(ownPath(to))}`);
    }
    const values = { code: '', name: '', to: ownPath(to) };
    await this.forms.open(request, response, 'set-up', { values, model: await this.appOf(half) });
  }

  @Post('app')
  takeApp(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const half = halfOf(request);
    return this.forms.take(request, response, {
      form: CodeForm,
      page: 'set-up',
      model: () => this.appOf(half),
      fields: FIELDS,
      act: async ({ code, to }) => {
        const secret = await this.firstFactor.byApp(half, code);
        await this.entrance.letIn(request, response, { secret, ...half });
        return codesFirst(to);
      },
    });
  }

  @Post('passkey')
  takePasskey(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const half = halfOf(request);
    return this.forms.take(request, response, {
      form: NewPasskeyForm,
      page: 'set-up',
      model: () => this.appOf(half),
      fields: FIELDS,
      act: async ({ answer, name, to }) => {
        const given = { answer: answerIn(answer), name };
        const secret = await this.firstFactor.byPasskey(half, request.secret, given);
        await this.entrance.letIn(request, response, { secret, ...half });
        return codesFirst(to);
      },
    });
  }

  /** Who has a second factor meanwhile, in another tab, is shown no secret any more. */
  private async appOf(half: SignedIn): Promise<object> {
    if (!(await this.firstFactor.isNeeded(half))) return { qr: null, groups: [] };
    return appPicture(await this.setUpTotp.propose(half));
  }
}

/** Recovery codes come before the work, while the person thinks of what happens without their device. */
const codesFirst = (to: string | undefined): string => `/account/recovery-codes?to=${encodeURIComponent(ownPath(to))}`;
