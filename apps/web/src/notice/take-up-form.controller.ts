import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { TakeUpForm } from '#application/correspondence/take-up-form.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { TakeUpFields } from './hand-in.form.js';
import { HandInPage, type WhichForm } from './hand-in.page.js';

/** Taking a form before oneself, so that a colleague does not hand it in as well. */
@Controller('notices/:id/hand-in/:deliveryId/take-up')
@May('notice.send', { notice: 'id', delivery: 'deliveryId' })
export class TakeUpFormController {
  constructor(
    private readonly takeUpForm: TakeUpForm,
    private readonly page: HandInPage,
    private readonly forms: Forms,
  ) {}

  @Post()
  takeUp(
    @Param() which: WhichForm,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const { id, deliveryId } = which;
    return this.forms.take(request, response, {
      form: TakeUpFields,
      page: 'notices/hand-in',
      model: async () => (await this.page.model(which, person)) ?? this.page.over(which),
      act: async ({ over }) => {
        await this.takeUpForm.run({ noticeId: id, deliveryId, over: over === 'yes', by: actor(person) });
        return { to: `/notices/${id}/hand-in/${deliveryId}`, say: 'hand-in.taken-up' };
      },
    });
  }
}
