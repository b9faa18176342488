import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { SettleDelivery } from '#application/correspondence/settle-delivery.js';
import { RecallNotice } from '#application/notice/recall-notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { NoticePage } from './notice.page.js';
import { RecallForm, SettleForm } from './submit.form.js';

/** One notice: its state, its items, what left and what came back. */
@Controller('notices/:id')
@May('notice.read', { notice: 'id' })
export class NoticeController {
  constructor(
    private readonly page: NoticePage,
    private readonly recallNotice: RecallNotice,
    private readonly settleDelivery: SettleDelivery,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('notices/show')
  show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(id, person);
  }

  @Post('recall')
  @May('notice.send', { notice: 'id' })
  recall(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: RecallForm,
      page: 'notices/show',
      model: () => this.page.model(id, person),
      act: async ({ version, delivery }) => {
        const which = { id, expected: Number(version), deliveryId: delivery };
        await this.recallNotice.run({ ...which, by: actor(person) });
        return { to: `/notices/${id}`, say: 'notices.recalled' };
      },
    });
  }

  @Post('deliveries/:deliveryId/settle')
  @May('notice.send', { notice: 'id', delivery: 'deliveryId' })
  settle(
    @Param() { id, deliveryId }: { id: string; deliveryId: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SettleForm,
      page: 'notices/show',
      model: () => this.page.model(id, person),
      act: async ({ arrived }) => {
        await this.settleDelivery.run({ deliveryId, arrived: arrived === 'yes', by: actor(person) });
        return { to: `/notices/${id}`, say: 'notices.settled' };
      },
    });
  }
}
