import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { EditExplanation } from '#application/ground/edit-explanation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Pages } from '../frame/pages.js';
import { ExplanationForm } from './explanation.form.js';
import { ExplanationPage, type WhichText } from './explanation.page.js';

const PAGE = 'grounds/explanation';
const FIELDS = {
  'explanation.empty': 'text',
  'explanation.too-long': 'text',
  'explanation.control-character': 'text',
  'explanation.unchanged': 'text',
  'explanation.outdated': 'text',
};

/** Rewording the template of a ground in one language; every wording stays. */
@Controller('grounds/:code/explanation/:language')
@May('settings.content')
export class ExplanationController {
  constructor(
    private readonly page: ExplanationPage,
    private readonly edit: EditExplanation,
    private readonly forms: Forms,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Page(PAGE)
  async show(@Param() which: WhichText, @CurrentUser() { language }: SignedIn): Promise<object> {
    const { text, version } = await this.page.current(which);
    return { ...(await this.page.model(which, language, text)), form: blank({ text, version: String(version) }) };
  }

  @Post()
  async take(
    @Param() which: WhichText,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const { step, ...typed } = (request.body ?? {}) as Record<string, unknown>;
    const text = typeof typed['text'] === 'string' ? typed['text'] : '';
    const model = () => this.page.model(which, person.language, text);
    if (step === 'preview') return this.pages.show(request, response, PAGE, { ...(await model()), form: blank(typed) });
    return this.forms.take(request, response, {
      form: ExplanationForm,
      page: PAGE,
      model,
      fields: FIELDS,
      act: async (form) => {
        const written = { ...this.page.known(which), expected: Number(form.version), text: form.text };
        const { version } = await this.edit.run(written, actor(person));
        return { to: `/grounds/${which.code}`, say: 'grounds.kept', facts: { version } };
      },
    });
  }
}

/** What changed from one wording to the next. */
@Controller('grounds/:code/explanation/:language/versions')
@May('register.read')
export class ExplanationVersionController {
  constructor(private readonly page: ExplanationPage) {}

  @Get(':version')
  @Page('grounds/version')
  version(
    @Param() which: WhichText,
    @Param('version') version: string,
    @CurrentUser() { language }: SignedIn,
  ): Promise<object> {
    return this.page.version(which, Number(version), language);
  }
}
