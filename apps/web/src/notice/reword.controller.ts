import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { RewordGround } from '#application/notice/reword-ground.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { ExplainPage } from './explain.page.js';
import { firstToExplain } from './wizard/first-to-explain.js';

export class RewordForm {
  /** The version of the notice that was on the page. */
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  // The decorator nearest to the field is asked first. A rule says how much too long a text is.
  @MaxLength(100_000, { message: 'notices.explanation-too-long' })
  @IsNotEmpty({ message: 'notices.reasons-needed' })
  text!: string;

  /** The same in the other language; only needed for a letter in both. */
  @IsOptional()
  @MaxLength(100_000, { message: 'notices.explanation-too-long' })
  second?: string;
}

const PAGE = 'notices/reword';

/** Writing the reasons of one ground in one's own words, in place of what the answers make. */
@Controller('notices/:id/grounds/:code/reword')
@May('case.write', { notice: 'id' })
export class RewordController {
  constructor(
    private readonly page: ExplainPage,
    private readonly rewordGround: RewordGround,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page(PAGE)
  async show(
    @Param('id') id: string,
    @Param('code') code: string,
    @CurrentUser() { language }: SignedIn,
  ): Promise<object> {
    const of = await this.page.one(id, code);
    const form = blank({
      text: of.reasons.explanation,
      second: this.page.secondByHand(of),
      version: String(of.notice.version),
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
    return this.forms.take(request, response, {
      form: RewordForm,
      page: PAGE,
      model: () => this.page.model(of, person.language, null),
      fields: { 'ground.explanation-too-long': 'text', 'notice.text-unseen': 'text' },
      act: async ({ version, text, second }) => {
        const which = { id, expected: Number(version), by: actor(person) };
        const notice = await this.rewordGround.run(which, code, text, second);
        return { to: firstToExplain(notice, code) ?? `/notices/${id}/write/person`, say: 'notices.reworded' };
      },
    });
  }
}
