import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { UndoBatch } from '#application/case/undo-batch.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { BatchPage } from './batch.page.js';
import { UndoForm } from './together.form.js';

/** What became of several cases at once, for who did it, and undoing it. */
@Controller('cases/together/:batchId')
@May('case.write')
export class BatchController {
  constructor(
    private readonly page: BatchPage,
    private readonly undoBatch: UndoBatch,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/batch')
  async show(@Param('batchId') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.page.model(id, person)), form: blank() };
  }

  @Post('undo')
  undo(
    @Param('batchId') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: UndoForm,
      page: 'cases/batch',
      model: () => this.page.model(id, person),
      act: async () => {
        await this.undoBatch.run(id, { person, by: actor(person) });
        return { to: `/cases/together/${id}`, say: 'together.undone' };
      },
    });
  }
}
