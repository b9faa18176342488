import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { EnableUser } from '#application/access/enable-user.js';
import { EndSessions } from '#application/access/end-sessions.js';
import type { SignedIn } from '#application/access/sessions.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms, type Destination } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { UserPage } from './user.page.js';
import { ButtonForm } from './users.form.js';

/** One person: who they are here, their sessions, and letting them in again. */
@Controller('users/:id')
@May('users.manage')
export class UserController {
  constructor(
    private readonly page: UserPage,
    private readonly enableUser: EnableUser,
    private readonly endSessions: EndSessions,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('users/show')
  show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(id, person);
  }

  @Post('enable')
  enable(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.press(request, response, { id, person }, async () => {
      await this.enableUser.run({ id, by: actor(person) });
      return { to: `/users/${id}`, say: 'users.enabled' };
    });
  }

  @Post('end-sessions')
  end(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.press(request, response, { id, person }, async () => {
      await this.endSessions.run(id, actor(person));
      return { to: `/users/${id}`, say: 'users.sessions-ended' };
    });
  }

  private press(
    request: DeskRequest,
    response: Response,
    { id, person }: { id: string; person: SignedIn },
    act: () => Promise<Destination>,
  ): Promise<void> {
    const model = () => this.page.model(id, person);
    return this.forms.take(request, response, { form: ButtonForm, page: 'users/show', model, act });
  }
}
