import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { OpenCase } from '#application/case/open-case.js';
import { AGE_BANDS, MANDATES, URGENCIES } from '#domain/case/case-file.js';
import { LINES, MANIPULATIONS } from '#domain/notice/codes.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CaseForm, factsOf } from './case.form.js';
import { CasesPage } from './cases.page.js';

const CHOICES = {
  ages: AGE_BANDS,
  mandates: MANDATES,
  manipulations: MANIPULATIONS,
  urgencies: URGENCIES,
};
const USUAL = { ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'normal' };

/** The list of cases, and opening one. */
@Controller('cases')
@May('case.read')
export class CasesController {
  constructor(
    private readonly page: CasesPage,
    private readonly openCase: OpenCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/list')
  list(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(query, person);
  }

  @Get('new')
  @May('case.write')
  @Page('cases/new')
  blank(@CurrentUser() person: SignedIn): object {
    const choices = choicesOf(person);
    return { ...choices, form: blank({ ...USUAL, line: choices.lines[0] }) };
  }

  @Post('new')
  @May('case.write')
  open(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: CaseForm,
      page: 'cases/new',
      model: () => choicesOf(person),
      fields: { 'case.line-not-yours': 'line' },
      act: async (form) => {
        const { id, reference } = await this.openCase.run({ line: form.line, ...factsOf(form) }, actor(person), person);
        return { to: `/cases/${id}`, say: 'cases.opened', facts: { reference } };
      },
    });
  }
}

/** The lines are the person's own: a case of another is not theirs to see. */
const choicesOf = ({ lines }: SignedIn) => ({ ...CHOICES, lines: LINES.filter((line) => lines.includes(line)) });
