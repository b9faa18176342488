import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { OpenCase } from '#application/case/open-case.js';
import { AGE_BANDS, MANDATES, URGENCIES, type CaseContent } from '#domain/case/case-file.js';
import { LINES, MANIPULATIONS } from '#domain/notice/codes.js';
import { knowledgeOf, reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';
import { CaseForm } from './case.form.js';

const STATES = ['open', 'closed', 'all'] as const;
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
    private readonly cases: CaseList,
    private readonly openCase: OpenCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/list')
  async list(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): Promise<object> {
    const status = STATES.find((state) => state === query['status']) ?? 'open';
    const search = typeof query['search'] === 'string' ? query['search'].replaceAll('\0', '').slice(0, 100) : '';
    const view = { known: knowledgeOf(person), read: reachOf(person) };
    const page = pageNumber(query['page']);
    const { rows, total } = await this.cases.page({ status, search, page, size: PER_PAGE }, view);
    const filter = { status, search };
    const states = STATES.map((state) => ({ state, current: state === status, search }));
    const mayWork = holds(person.role, 'case.write');
    return { rows, filter, states, mayWork, paging: paging(page, total, '/cases', filter), form: blank(filter) };
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
        const { id, reference } = await this.openCase.run(contentOf(form), actor(person), person);
        return { to: `/cases/${id}`, say: 'cases.opened', facts: { reference } };
      },
    });
  }
}

/** The lines are the person's own: a case of another is not theirs to see. */
const choicesOf = ({ lines }: SignedIn) => ({ ...CHOICES, lines: LINES.filter((line) => lines.includes(line)) });

const contentOf = (form: CaseForm): CaseContent => ({
  line: form.line,
  helpSeekerReference: form.helpSeekerReference ?? '',
  ageBand: form.ageBand,
  mandate: form.mandate,
  mandateValidUntil: null,
  manipulated: form.manipulated,
  urgency: form.urgency,
  threatToLife: form.threatToLife === 'yes',
  summary: form.summary ?? '',
});
