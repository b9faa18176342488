import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { qrOf } from '#adapters/access/qr.js';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import { SetUpTotp } from '#application/access/set-up-totp.js';
import type { SignedIn } from '#application/access/sessions.js';
import { giveSession } from '../frame/cookies.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Pages } from '../frame/pages.js';
import { halfOf, instead } from './half.js';
import { CodeForm } from './second-step.form.js';

/** Setting up a second step for who has none yet; they reach nothing else before. */
@Open()
@Controller('sign-in/set-up')
export class SetUpController {
  constructor(
    private readonly setUpTotp: SetUpTotp,
    private readonly passSecondStep: PassSecondStep,
    private readonly forms: Forms,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    if (!request.half) return instead(request, response, to);
    const form = blank({ code: '', to: ownPath(to) });
    await this.pages.show(request, response, 'set-up', { ...(await this.appOf(request.half)), form });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const half = halfOf(request);
    return this.forms.take(request, response, {
      form: CodeForm,
      page: 'set-up',
      model: () => this.appOf(half),
      fields: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
      act: async ({ code, to }) => {
        await this.setUpTotp.run(half, code);
        giveSession(response, await this.passSecondStep.enter(half, 'totp'));
        return ownPath(to);
      },
    });
  }

  /** The secret as a picture, and in groups of four for who types it. */
  private async appOf(half: SignedIn) {
    const { secret, address } = await this.setUpTotp.propose(half);
    return { qr: qrOf(address), groups: secret.match(/.{1,4}/g) ?? [] };
  }
}
