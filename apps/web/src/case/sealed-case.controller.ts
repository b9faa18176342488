import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { OpenSealedCase } from '#application/case/open-sealed-case.js';
import { OPENING_MINUTES } from '#domain/access/sealed-opening.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { ownPath } from '../frame/own-path.js';
import { Page } from '../frame/page.decorator.js';
import { ReasonForm } from './case-access.form.js';

/** Saying why, before a sealed case opens. */
@Controller('cases/:id/open')
@May('case.open', { case: 'id' })
export class SealedCaseController {
  constructor(
    private readonly cases: CaseList,
    private readonly openSealedCase: OpenSealedCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/open')
  async ask(@Param('id') id: string, @Query('to') to: unknown): Promise<object> {
    return { ...(await this.model(id)), form: blank({ reason: '', to: ownPath(to ?? `/cases/${id}`) }) };
  }

  @Post()
  open(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ReasonForm,
      page: 'cases/open',
      model: () => this.model(id),
      fields: { 'case.reason-missing': 'reason', 'case.reason-too-long': 'reason' },
      act: async ({ reason, to }) => {
        await this.openSealedCase.run({ caseId: id, reason, by: actor(person) });
        return { to: ownPath(to), say: 'sealed.opened', facts: { n: OPENING_MINUTES } };
      },
    });
  }

  /** Of what is in it, nothing is shown yet. */
  private async model(id: string) {
    const { reference, content } = await this.cases.one(id);
    return { case: { id, reference, line: content.line }, minutes: OPENING_MINUTES };
  }
}
