import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { RestrictCase, type Restriction } from '#application/case/restrict-case.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms, type FormTurn } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { ColleagueForm, ConfidentialityForm } from './case-access.form.js';
import { CaseAccessPage } from './case-access.page.js';

const FIELDS = {
  'case.access-for-supervisor': 'confidentiality',
  'case.no-such-colleague': 'colleague',
  'case.stays-yours': 'confidentiality',
};

/** Who may see a case: how confidential it is, and who is named on it. */
@Controller('cases/:id/access')
@May('case.access', { case: 'id' })
export class CaseAccessController {
  constructor(
    private readonly page: CaseAccessPage,
    private readonly restrictCase: RestrictCase,
    private readonly forms: Forms,
  ) {}

  @Get()
  @May('case.read', { case: 'id' })
  @Page('cases/access')
  async show(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    const model = await this.page.model(id, person);
    return { ...model, form: blank({ confidentiality: model.confidentiality }) };
  }

  @Post()
  restrict(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.take(request, response, person, {
      form: ConfidentialityForm,
      act: async (which, { confidentiality }) => void (await this.restrictCase.run(which, confidentiality)),
    });
  }

  @Post('people')
  name(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.take(request, response, person, {
      form: ColleagueForm,
      act: async (which, { colleague }) => void (await this.restrictCase.name(which, colleague)),
    });
  }

  @Post('people/remove')
  unname(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.take(request, response, person, {
      form: ColleagueForm,
      act: async (which, { colleague }) => void (await this.restrictCase.unname(which, colleague)),
    });
  }

  private take<T extends object>(
    request: DeskRequest,
    response: Response,
    person: SignedIn,
    { form, act }: Pick<FormTurn<T>, 'form'> & { act: (which: Restriction, form: T) => Promise<void> },
  ): Promise<void> {
    const caseId = String(request.params['id']);
    return this.forms.take(request, response, {
      ...{ form, fields: FIELDS, page: 'cases/access' },
      model: () => this.page.model(caseId, person),
      act: async (filled) => {
        await act({ caseId, person, by: actor(person) }, filled);
        return { to: `/cases/${caseId}/access`, say: 'case-access.kept' };
      },
    });
  }
}
