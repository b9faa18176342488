import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AssignUser } from '#application/access/assign-user.js';
import type { SignedIn } from '#application/access/sessions.js';
import { ROLES } from '#domain/access/role.js';
import { LINES } from '#domain/notice/codes.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { UserPage } from './user.page.js';
import { assignmentFields, linesOf, ReassignForm } from './users.form.js';

/** Another role, other teams: asked, looked at once more, and then so. */
@Controller('users/:id/role')
@May('users.manage')
export class AssignUserController {
  constructor(
    private readonly page: UserPage,
    private readonly assignUser: AssignUser,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('users/role')
  async ask(@Param('id') id: string, @CurrentUser() viewer: SignedIn): Promise<object> {
    const model = await this.page.model(id, viewer);
    return { ...model, roles: ROLES, lines: LINES, form: blank(assignmentFields(model.person)) };
  }

  /** What is about to change, in words, with the form that changes it. */
  @Get('check')
  @Page('users/check-role')
  async check(
    @Param('id') id: string,
    @CurrentUser() viewer: SignedIn,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<object> {
    const model = await this.page.model(id, viewer);
    const asked = {
      role: ROLES.find((role) => role === query['role']) ?? model.person.role,
      lines: LINES.filter((line) => query[line] === 'yes'),
      inTraining: query['inTraining'] === 'yes',
    };
    return { ...model, asked, ...this.fields(asked, model.person.version), form: blank() };
  }

  @Post()
  assign(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ReassignForm,
      page: 'users/role',
      model: async () => ({ ...(await this.page.model(id, person)), roles: ROLES, lines: LINES }),
      fields: { 'access.lines-unknown': 'helpline', 'access.own-role': 'role', 'access.last-administrator': 'role' },
      act: async (form) => {
        const assignment = { role: form.role, lines: linesOf(form), inTraining: form.inTraining === 'yes' };
        await this.assignUser.run({ id, expected: Number(form.version), ...assignment, by: actor(person) });
        return { to: `/users/${id}`, say: 'users.assigned' };
      },
    });
  }

  private fields(asked: Parameters<typeof assignmentFields>[0], version: number) {
    const fields = { ...assignmentFields(asked), version: String(version) };
    return { fields: Object.entries(fields).map(([name, value]) => ({ name, value })) };
  }
}
