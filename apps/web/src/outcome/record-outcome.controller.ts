import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { Installation } from '#application/access/installation.js';
import { DecideNotice, type Confirmation } from '#application/outcome/decide-notice.js';
import type { Notice } from '#domain/notice/notice.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { confirmed, withItems } from './items.form.js';
import { momentOf } from './local-moment.js';
import { RecordOutcomeForm } from './record-outcome.form.js';
import { lastDecided, RecordOutcomePage } from './record-outcome.page.js';
import { recorded } from './recorded.js';

const FIELDS = {
  'notice.no-outcome-given': 'code1',
  'outcome.reason-missing': 'reason',
  'outcome.words-missing': 'reason',
  'outcome.decided-in-the-future': 'decidedAt',
  'outcome.no-such-moment': 'decidedAt',
};

/** An outcome seen elsewhere than in a mail, or one that was recorded wrongly. */
@Controller('notices/:id/outcome')
@May('case.write', { notice: 'id' })
export class RecordOutcomeController {
  constructor(
    private readonly page: RecordOutcomePage,
    private readonly decideNotice: DecideNotice,
    private readonly installation: Installation,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('outcome/record')
  async show(@Param('id') id: string): Promise<object> {
    return { ...(await this.page.model(id)), form: await this.page.form(id) };
  }

  @Post()
  async record(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const notice = await this.page.notice(id);
    await this.forms.take(request, response, {
      form: withItems(RecordOutcomeForm, notice.items.length),
      page: 'outcome/record',
      model: () => this.page.model(id),
      fields: FIELDS,
      act: async (form) => {
        const outcomes = confirmed(form, notice.items);
        return recorded(await this.decide(notice, form, { outcomes, by: actor(person) }), outcomes);
      },
    });
  }

  private async decide(
    notice: Notice,
    { version, source, decidedAt, reason, redressMentioned }: RecordOutcomeForm,
    said: Pick<Confirmation, 'outcomes' | 'by'>,
  ): Promise<Notice> {
    const { zone } = await this.installation.organisation();
    return this.decideNotice.run({
      ...{ id: notice.id, expected: Number(version), source, reason, ...said },
      messageId: null,
      redressMentioned: redressMentioned === 'yes',
      decidedAt: momentOf(decidedAt, zone, lastDecided(notice)),
    });
  }
}
