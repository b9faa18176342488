import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AskFactorReset } from '#application/access/ask-factor-reset.js';
import type { SignedIn } from '#application/access/sessions.js';
import { SettleFactorReset } from '#application/access/settle-factor-reset.js';
import { RESET_HOURS } from '#domain/access/factor-reset.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms, type Destination } from '../frame/forms.js';
import type { FormClass } from '../frame/take-form.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { UserPage } from './user.page.js';
import { ButtonForm, ResetForm } from './users.form.js';

/** Somebody who lost every second factor: one administrator asks, another confirms. */
@Controller('users/:id/reset')
@May('users.manage')
export class FactorResetController {
  constructor(
    private readonly page: UserPage,
    private readonly askReset: AskFactorReset,
    private readonly settleReset: SettleFactorReset,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('users/reset')
  show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.model(id, person);
  }

  @Post()
  ask(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, ButtonForm, async (_, person) => {
      await this.askReset.run(id, actor(person));
      return { to: `/users/${id}/reset`, say: 'users.reset-asked' };
    });
  }

  @Post('confirm')
  confirm(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, ResetForm, async ({ reset }, person) =>
      this.page.link(id, await this.settleReset.confirm(reset, id, actor(person))),
    );
  }

  @Post('withdraw')
  withdraw(@Param('id') id: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    return this.take(request, response, id, ResetForm, async ({ reset }, person) => {
      await this.settleReset.withdraw(reset, actor(person));
      return { to: `/users/${id}`, say: 'users.reset-withdrawn' };
    });
  }

  private take<T extends object>(
    request: DeskRequest,
    response: Response,
    id: string,
    form: FormClass<T>,
    act: (form: T, person: SignedIn) => Promise<Destination>,
  ): Promise<void> {
    const person = request.person!;
    const model = () => this.model(id, person);
    return this.forms.take(request, response, { form, page: 'users/reset', model, act: (taken) => act(taken, person) });
  }

  private async model(id: string, person: SignedIn) {
    const model = await this.page.model(id, person);
    return { ...model, hours: RESET_HOURS, askedBySelf: model.reset?.askedBy === person.userId };
  }
}
