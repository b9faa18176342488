import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import { SecondFactors } from '#application/access/second-factors.js';
import { giveSession } from '../frame/cookies.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Pages } from '../frame/pages.js';
import { halfOf, instead } from './half.js';
import { CodeForm } from './second-step.form.js';

/** The second step of signing in, for whom the password was right. */
@Open()
@Controller('sign-in/second-step')
export class SecondStepController {
  constructor(
    private readonly passSecondStep: PassSecondStep,
    private readonly factors: SecondFactors,
    private readonly forms: Forms,
    private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    if (!request.half) return instead(request, response, to);
    const { passkeys, totp, recoveryCodes } = await this.factors.of(request.half.userId);
    if (!totp && passkeys === 0 && recoveryCodes === 0) {
      return response.redirect(303, `/sign-in/set-up?to=${encodeURIComponent(ownPath(to))}`);
    }
    await this.pages.show(request, response, 'second-step', { form: blank({ code: '', to: ownPath(to) }) });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.forms.take(request, response, {
      form: CodeForm,
      page: 'second-step',
      model: () => ({}),
      fields: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
      act: async ({ code, to }) => {
        giveSession(response, await this.passSecondStep.run(halfOf(request), code));
        return ownPath(to);
      },
    });
  }
}
