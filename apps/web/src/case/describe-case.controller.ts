import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { DescribeCase } from '#application/case/describe-case.js';
import { AGE_BANDS, MANDATES, URGENCIES } from '#domain/case/case-file.js';
import { MANIPULATIONS } from '#domain/notice/codes.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CaseFrame } from './case-frame.js';
import { ChangedFactsForm, factsOf } from './case.form.js';

const CHOICES = { ages: AGE_BANDS, mandates: MANDATES, manipulations: MANIPULATIONS, urgencies: URGENCIES };

/** Noting otherwise what a case is about: who it is for, on what mandate, how soon. */
@Controller('cases/:id/edit')
@May('case.write', { case: 'id' })
export class DescribeCaseController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly describeCase: DescribeCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/edit')
  async ask(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    const { file, frame } = await this.frame.of(id, person, null);
    const threatToLife = file.content.threatToLife ? 'yes' : '';
    const values = { ...file.content, threatToLife, mandateValidUntil: file.content.mandateValidUntil ?? '' };
    return { ...frame, ...CHOICES, form: blank({ ...values, version: file.version }) };
  }

  @Post()
  describe(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ChangedFactsForm,
      page: 'cases/edit',
      model: async () => ({ ...(await this.frame.of(id, person, null)).frame, ...CHOICES }),
      act: async (form) => {
        await this.describeCase.run({ id, expected: Number(form.version), by: actor(person) }, factsOf(form));
        return { to: `/cases/${id}`, say: 'cases.described' };
      },
    });
  }
}
