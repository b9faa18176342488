import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MakeLink } from '#application/access/make-link.js';
import type { SignedIn } from '#application/access/sessions.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { UserPage } from './user.page.js';
import { ButtonForm } from './users.form.js';

/** The one-time link by which somebody chooses a password: made anew, or withdrawn. */
@Controller('users/:id/link')
@May('users.manage')
export class UserLinkController {
  constructor(
    private readonly makeLink: MakeLink,
    private readonly page: UserPage,
    private readonly forms: Forms,
  ) {}

  @Post()
  make(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ButtonForm,
      page: 'users/show',
      model: () => this.page.model(id, person),
      act: async () => this.page.link(id, await this.makeLink.run(id, actor(person))),
    });
  }

  @Post('withdraw')
  withdraw(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ButtonForm,
      page: 'users/show',
      model: () => this.page.model(id, person),
      act: async () => {
        await this.makeLink.withdraw(id, actor(person));
        return { to: `/users/${id}`, say: 'users.link-withdrawn' };
      },
    });
  }
}
