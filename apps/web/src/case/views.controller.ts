import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { SaveView } from '#application/case/save-view.js';
import { readChoice, writeChoice } from '#domain/case/case-choice.js';
import { maySpeakFor } from '#domain/case/saved-view.js';
import { LINES } from '#domain/notice/codes.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { filterView } from './case-filter.view.js';
import { ButtonForm } from '../access/users.form.js';
import { ViewForm, ViewNameForm } from './view.form.js';
import { ViewsPage } from './views.page.js';

const FIELDS = {
  ...{
    'view.name-missing': 'name',
    'view.name-too-long': 'name',
    'view.name-unseen': 'name',
    'view.name-taken': 'name',
  },
  'view.team-not-yours': 'team',
};

/** Choices of cases that people keep under a name. */
@Controller('cases/views')
@May('case.read')
export class ViewsController {
  constructor(
    private readonly page: ViewsPage,
    private readonly saveView: SaveView,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/views')
  async list(@CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.page.model(person)), form: blank() };
  }

  @Get('new')
  @Page('cases/keep-view')
  ask(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): object {
    const choice = new URLSearchParams(writeChoice(readChoice(query))).toString();
    return { ...keeping(choice, person), form: blank({ choice, team: '' }) };
  }

  @Post('new')
  keep(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: ViewForm,
      page: 'cases/keep-view',
      model: () => keeping(textOf(request.body), person),
      fields: FIELDS,
      act: async ({ name = '', team = null, choice = '' }) => {
        const wish = { name, team, choice: Object.fromEntries(new URLSearchParams(choice)) };
        const view = await this.saveView.run(wish, { person, by: actor(person) });
        const query = new URLSearchParams(view.choice).toString();
        return { to: query === '' ? '/cases' : `/cases?${query}`, say: 'views.kept' };
      },
    });
  }

  @Post(':viewId/rename')
  rename(
    @Param('viewId') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ViewNameForm,
      page: 'cases/views',
      model: () => this.page.model(person),
      fields: Object.fromEntries(Object.keys(FIELDS).map((code) => [code, `name-${id}`])),
      act: async ({ name = '' }) => {
        await this.saveView.rename(id, name, { person, by: actor(person) });
        return { to: '/cases/views', say: 'views.renamed' };
      },
    });
  }

  @Post(':viewId/remove')
  remove(
    @Param('viewId') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ButtonForm,
      page: 'cases/views',
      model: () => this.page.model(person),
      act: async () => {
        await this.saveView.remove(id, { person, by: actor(person) });
        return { to: '/cases/views', say: 'views.removed' };
      },
    });
  }
}

/** What is being kept, and with whom it can be shared. */
function keeping(choice: string, person: SignedIn) {
  const { tags, here } = filterView(readChoice(Object.fromEntries(new URLSearchParams(choice))), new Map(), 1);
  return { filter: { tags }, back: here, teams: LINES.filter((line) => maySpeakFor(person, line)) };
}

const textOf = (body: unknown): string => {
  const { choice } = (body ?? {}) as { readonly choice?: unknown };
  return typeof choice === 'string' ? choice : '';
};
