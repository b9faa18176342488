import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { ExplainGround } from '#application/notice/explain-ground.js';
import { answersTo } from '#domain/ground/element-question.js';
import { movingIn } from '#domain/moving-characters.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Pages } from '../frame/pages.js';
import { answersForm, AnswersForm, answersIn, fieldOf } from './answers.form.js';
import { firstToExplain } from './wizard/first-to-explain.js';
import { ExplainPage, type GroundOfNotice } from './explain.page.js';

const PAGE = 'notices/explain';

/** Answering the questions of one ground, so that the reasons in the letter are built from the answers. */
@Controller('notices/:id/grounds/:code/explain')
@May('case.write', { notice: 'id' })
export class ExplainController {
  constructor(
    private readonly page: ExplainPage,
    private readonly explainGround: ExplainGround,
    private readonly forms: Forms,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Page(PAGE)
  async show(
    @Param('id') id: string,
    @Param('code') code: string,
    @Query('back') back: unknown,
    @CurrentUser() { language }: SignedIn,
  ): Promise<object> {
    const of = await this.page.one(id, code);
    const form = blank({
      ...answersForm(of.ground, of.reasons, of.notice.version),
      back: back === 'write' ? back : '',
    });
    return { ...(await this.page.model(of, language, null)), form };
  }

  @Post()
  async take(
    @Param() { id, code }: { id: string; code: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const of = await this.page.one(id, code);
    const body = (request.body ?? {}) as Record<string, unknown>;
    const model = () => this.page.model(of, person.language, acceptable(body, of));
    if (body['step'] === 'preview' && acceptable(body, of)) {
      return this.pages.show(request, response, PAGE, { ...(await model()), form: blank(body) });
    }
    return this.forms.take(request, response, {
      form: AnswersForm,
      page: PAGE,
      model,
      fields: {
        'ground.explanation-too-long': () => longestIn(body),
        'notice.text-unseen': () => movingField(body),
      },
      act: async (form) => {
        const answers = answersIn(form as unknown as Record<string, unknown>, of.ground);
        const which = { id, expected: Number(form.version), by: actor(person) };
        const notice = await this.explainGround.run(which, code, answers);
        const next = form.back ? (firstToExplain(notice, code) ?? `/notices/${id}/write/person`) : `/notices/${id}`;
        return { to: next, say: 'notices.explained' };
      },
    });
  }
}

/** The answers as typed where an explanation can be built from them, else null: the page then shows what is wrong. */
function acceptable(body: Readonly<Record<string, unknown>>, { ground }: GroundOfNotice) {
  try {
    return answersTo(ground, answersIn(body, ground));
  } catch {
    return null;
  }
}

/** The first question in whose answer a character moves what a reader sees. */
const movingField = (body: Readonly<Record<string, unknown>>): string =>
  Object.keys(body).find((name) => /^q\d+$/.test(name) && movingIn(String(body[name])).length > 0) ?? fieldOf(0);

/** The question answered at greatest length: the first to be made shorter. */
function longestIn(body: Readonly<Record<string, unknown>>): string {
  const answers = Object.entries(body).filter(([name]) => /^q\d+$/.test(name));
  const [longest] = answers.sort(([, one], [, other]) => String(other).length - String(one).length);
  return longest?.[0] ?? fieldOf(0);
}
