import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, Matches, ValidateIf } from 'class-validator';
import type { Response } from 'express';
import { Colleagues } from '#application/access/colleagues.js';
import type { SignedIn } from '#application/access/sessions.js';
import { AssignCase } from '#application/case/assign-case.js';
import { holds } from '#domain/access/right.js';
import { ROLES } from '#domain/access/role.js';
import { worksOn } from '#domain/access/works-on.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CaseFrame } from './case-frame.js';

/** Whose a case becomes: the id of a person, or nobody's. */
class AssignForm {
  @ValidateIf((form: AssignForm) => form.assignee !== 'nobody')
  @Matches(/^[0-9a-f-]{36}$/, { message: 'assign.choose' })
  assignee!: string;

  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @ValidateIf((form: AssignForm) => form.to !== undefined)
  @IsIn(['work'], { message: 'form.unknown-field' })
  to?: 'work';
}

const WORKING = ROLES.filter((role) => holds(role, 'case.write'));
const FIELDS = { 'case.assignee-out-of-reach': 'assignee', 'case.assigned-already': 'assignee' };

/** Saying whose a case is. */
@Controller('cases/:id/assign')
@May('case.write', { case: 'id' })
export class AssignCaseController {
  constructor(
    private readonly frame: CaseFrame,
    private readonly colleagues: Colleagues,
    private readonly assignCase: AssignCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/assign')
  async ask(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    const { now, ...model } = await this.model(id, person);
    return { ...model, form: blank({ assignee: now ?? 'nobody' }) };
  }

  @Post()
  assign(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: AssignForm,
      page: 'cases/assign',
      model: () => this.model(id, person),
      fields: FIELDS,
      act: async ({ assignee, version, to }) => {
        const which = { id, expected: Number(version), by: actor(person) };
        await this.assignCase.run(which, assignee === 'nobody' ? null : assignee);
        const say =
          assignee === 'nobody' ? 'assign.nobodys' : assignee === person.userId ? 'assign.yours' : 'assign.done';
        return { to: to === 'work' ? '/work' : `/cases/${id}`, say };
      },
    });
  }

  /** Who can be chosen: whoever works for its line and sees the case. */
  private async model(id: string, person: SignedIn) {
    const { file, frame } = await this.frame.of(id, person, null);
    const { line } = file.content;
    const able = (await this.colleagues.ofLine(line, WORKING)).filter((each) =>
      worksOn({ userId: each.id, role: each.role, lines: [line] }, file.standing),
    );
    const others = able.filter((each) => each.id !== person.userId);
    return {
      ...frame,
      now: file.assignee,
      me: able.some((each) => each.id === person.userId) ? person.userId : null,
      people: others.map(({ id: value, name: text }) => ({ value, text })),
    };
  }
}
