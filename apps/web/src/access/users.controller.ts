import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AddUser } from '#application/access/add-user.js';
import { PeopleList, PERSON_STATES } from '#application/access/people-list.js';
import type { SignedIn } from '#application/access/sessions.js';
import { ROLES } from '#domain/access/role.js';
import { LINES } from '#domain/notice/codes.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';
import { UserPage } from './user.page.js';
import { InviteForm, linesOf } from './users.form.js';

const CHOICES = { roles: ROLES, lines: LINES };
const FIELDS = {
  'access.email-invalid': 'email',
  'access.email-taken': 'email',
  'access.lines-unknown': 'helpline',
};

/** The people of the desk, and inviting one. */
@Controller('users')
@May('users.manage')
export class UsersController {
  constructor(
    private readonly people: PeopleList,
    private readonly addUser: AddUser,
    private readonly page: UserPage,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('users/list')
  async list(@Query() query: Readonly<Record<string, unknown>>): Promise<object> {
    const role = ROLES.find((each) => each === query['role']) ?? null;
    const state = PERSON_STATES.find((each) => each === query['state']) ?? null;
    const search = typeof query['search'] === 'string' ? query['search'].replaceAll('\0', '').slice(0, 100) : '';
    const page = pageNumber(query['page']);
    const { rows, total } = await this.people.page({ search, role, state, page, size: PER_PAGE });
    const filter = { search, role: role ?? '', state: state ?? '' };
    return {
      ...{ rows, filter, roles: ROLES, states: PERSON_STATES, form: blank(filter) },
      ...{
        isFiltered: search !== '' || role !== null || state !== null,
        paging: paging(page, total, '/users', filter),
      },
      ...{ resets: await this.people.openResets(), isAlone: (await this.people.administrators()) < 2 },
    };
  }

  @Get('new')
  @Page('users/new')
  blank(): object {
    return { ...CHOICES, form: blank({ role: 'caseworker' }) };
  }

  @Post('new')
  invite(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: InviteForm,
      page: 'users/new',
      model: () => CHOICES,
      fields: FIELDS,
      act: async (form) => {
        const { name, email, role, inTraining } = form;
        const invited = { name, email, role, lines: linesOf(form), inTraining: inTraining === 'yes' };
        const { userId, ...link } = await this.addUser.run(invited, actor(person));
        return this.page.link(userId, { ...link, name });
      },
    });
  }
}
