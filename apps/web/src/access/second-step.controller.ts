import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { PassSecondStep } from '#application/access/pass-second-step.js';
import { SecondFactors } from '#application/access/second-factors.js';
import { hasSecondFactor } from '#domain/access/second-factor.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { Open } from '../frame/open.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Entrance } from './entrance.js';
import { halfOf, instead } from './half.js';
import { CodeForm } from './second-step.form.js';

/** The second step of signing in, for whom the password was right. */
@Open()
@Controller('sign-in/second-step')
export class SecondStepController {
  constructor(
    private readonly passSecondStep: PassSecondStep,
    private readonly factors: SecondFactors,
    private readonly entrance: Entrance,
    private readonly forms: Forms,
  ) {}

  @Get()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @Query('to') to: unknown): Promise<void> {
    if (!request.half) return instead(request, response, to);
    if (!hasSecondFactor(await this.factors.of(request.half.userId))) {
      return response.redirect(303, `/sign-in/set-up?to=${encodeURIComponent(ownPath(to))}`);
    }
    await this.forms.open(request, response, 'second-step', { values: { code: '', to: ownPath(to) } });
  }

  @Post()
  take(@Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const half = halfOf(request);
    return this.forms.take(request, response, {
      form: CodeForm,
      page: 'second-step',
      model: () => ({}),
      fields: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
      act: async ({ code, to }) => {
        const known = await this.entrance.knownDevice(request, half.email);
        const secret = await this.passSecondStep.run(half, code, known);
        await this.entrance.letIn(request, response, { secret, userId: half.userId, email: half.email });
        return ownPath(to);
      },
    });
  }
}
