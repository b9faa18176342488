import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AssignCases } from '#application/case/assign-cases.js';
import { CloseCases } from '#application/case/close-cases.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AssignTogetherForm, CloseTogetherForm, readSeen } from './together.form.js';
import { TogetherPage } from './together.page.js';

/** Assigning or closing several cases at once: what would happen is shown before it does. */
@Controller('cases/together')
@May('case.write')
export class TogetherController {
  constructor(
    private readonly page: TogetherPage,
    private readonly assignCases: AssignCases,
    private readonly closeCases: CloseCases,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/together')
  ask(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(query, person);
  }

  @Post('assign')
  assign(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: AssignTogetherForm,
      page: 'cases/together',
      model: () => this.page.model({ act: 'assign' }, person),
      act: async ({ cases, to }) => {
        const author = { person, by: actor(person) };
        const { id } = await this.assignCases.run(readSeen(cases), to === 'nobody' ? null : to, author);
        return `/cases/together/${id}`;
      },
    });
  }

  @Post('close')
  close(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: CloseTogetherForm,
      page: 'cases/together',
      model: () => this.page.model({ act: 'close' }, person),
      act: async ({ cases }) => {
        const { id } = await this.closeCases.run(readSeen(cases), { person, by: actor(person) });
        return `/cases/together/${id}`;
      },
    });
  }
}
