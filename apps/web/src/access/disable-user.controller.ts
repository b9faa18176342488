import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DisableUser } from '#application/access/disable-user.js';
import type { SignedIn } from '#application/access/sessions.js';
import { DISABLE_REASONS } from '#domain/access/user.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { UserPage } from './user.page.js';
import { DisableForm } from './users.form.js';

/** Ending somebody's access, on a page that says what happens then. */
@Controller('users/:id/disable')
@May('users.manage')
export class DisableUserController {
  constructor(
    private readonly page: UserPage,
    private readonly disableUser: DisableUser,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('users/disable')
  ask(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.model(id, person);
  }

  @Post()
  disable(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: DisableForm,
      page: 'users/disable',
      model: () => this.model(id, person),
      fields: { 'access.reason-unknown': 'reason' },
      act: async ({ reason, version }) => {
        await this.disableUser.run({ id, expected: Number(version), reason, by: actor(person) });
        return { to: `/users/${id}`, say: 'users.disabled' };
      },
    });
  }

  private async model(id: string, person: SignedIn): Promise<object> {
    return { ...(await this.page.model(id, person)), reasons: DISABLE_REASONS };
  }
}
