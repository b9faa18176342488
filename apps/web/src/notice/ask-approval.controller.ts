import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AskApproval } from '#application/notice/ask-approval.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { CheckPage } from './check.page.js';
import { SeenForm } from './submit.form.js';

/** Laying a letter before a second person, and taking that back. */
@Controller('notices/:id')
@May('case.write', { notice: 'id' })
export class AskApprovalController {
  constructor(
    private readonly askApproval: AskApproval,
    private readonly page: CheckPage,
    private readonly forms: Forms,
  ) {}

  @Post('check/:digest/ask')
  ask(
    @Param() { id, digest }: { id: string; digest: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SeenForm,
      page: 'notices/check',
      model: () => this.page.check(id, digest, person),
      act: async ({ version }) => {
        await this.askApproval.run({ id, expected: Number(version), letterDigest: digest, by: actor(person) });
        return { to: `/notices/${id}`, say: 'approvals.asked' };
      },
    });
  }

  @Post('take-back')
  takeBack(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: SeenForm,
      page: 'wizard/check',
      model: () => this.page.before(id, person),
      act: async ({ version }) => {
        await this.askApproval.takeBack({ id, expected: Number(version), by: actor(person) });
        return { to: `/notices/${id}`, say: 'approvals.taken-back' };
      },
    });
  }
}
