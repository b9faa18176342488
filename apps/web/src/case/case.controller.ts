import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CloseCase } from '#application/case/close-case.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CaseOverviewPage } from './case-overview.page.js';

/** One case: its overview, and closing it. */
@Controller('cases/:id')
@May('case.read', { case: 'id' })
export class CaseController {
  constructor(
    private readonly page: CaseOverviewPage,
    private readonly closeCase: CloseCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/show')
  show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(id, person);
  }

  @Post('close')
  @May('case.write', { case: 'id' })
  async close(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    await this.closeCase.run({ id, by: actor(person) });
    return this.forms.goOn(request, response, { to: `/cases/${id}`, say: 'cases.closed' });
  }

  @Post('reopen')
  @May('case.write', { case: 'id' })
  async reopen(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    await this.closeCase.reopen({ id, by: actor(person) });
    return this.forms.goOn(request, response, { to: `/cases/${id}`, say: 'cases.reopened' });
  }
}
