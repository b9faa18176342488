import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AcknowledgeNotice } from '#application/outcome/acknowledge-notice.js';
import { DecideNotice } from '#application/outcome/decide-notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { confirmed, withItems } from '../outcome/items.form.js';
import { recorded } from '../outcome/recorded.js';
import { ConfirmOutcomeForm, SeenMessageForm } from './message.form.js';
import { MessagePage } from './message.page.js';

const FIELDS = { 'notice.no-outcome-given': 'code1', 'outcome.words-missing': 'reason' };

/** What a message means for its notice, by a person's word: receipt confirmed, or decided. */
@Controller('inbox/:id')
@May('message.write', { message: 'id' })
export class AnswerController {
  constructor(
    private readonly page: MessagePage,
    private readonly acknowledgeNotice: AcknowledgeNotice,
    private readonly decideNotice: DecideNotice,
    private readonly forms: Forms,
  ) {}

  @Post('receipt')
  acknowledge(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SeenMessageForm,
      page: 'inbox/show',
      model: () => this.page.model(id, person, 'receipt'),
      act: async () => {
        const { reference } = await this.acknowledgeNotice.run({ messageId: id, by: actor(person) });
        return { to: '/inbox', say: 'inbox.acknowledged', facts: { reference } };
      },
    });
  }

  @Post('outcome')
  async decide(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const { message, notice } = await this.page.found(id);
    await this.forms.take(request, response, {
      form: withItems(ConfirmOutcomeForm, notice?.items.length ?? 0),
      page: 'inbox/show',
      model: () => this.page.model(id, person, 'decision'),
      fields: FIELDS,
      act: async (form) => {
        if (notice === null) throw new RuleViolation('message.not-linked', { messageId: id });
        const outcomes = confirmed(form, notice.items);
        const decision = { id: notice.id, ...confirmationOf(form), outcomes, by: actor(person) };
        const mail = { source: 'mail', messageId: id, decidedAt: message.receivedAt } as const;
        return recorded(await this.decideNotice.run({ ...decision, ...mail }), outcomes);
      },
    });
  }
}

const confirmationOf = ({ version, reason = '', redressMentioned }: ConfirmOutcomeForm) => ({
  expected: Number(version),
  reason,
  redressMentioned: redressMentioned === 'yes',
});
