import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { TellHelpSeeker } from '#application/case/tell-help-seeker.js';
import { TOLD_WAYS, type Read, type ToldWay } from '#domain/case/telling.js';
import { NEWS_CODES, type NewsCode } from '#domain/outcome/news.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { TellPage } from './tell.page.js';

const ONE = `[0-9a-f-]{36}:(?:${NEWS_CODES.join('|')}):(?:partly|whole)`;

export class TellForm {
  /** The notices that were told of, each with how it stood on the page. */
  @Matches(new RegExp(`^${ONE}(?: ${ONE}){0,199}$`), { message: 'tell.nothing' })
  read!: string;

  @IsIn([...TOLD_WAYS], { message: 'tell.how-needed' })
  how!: ToldWay;
}

/** Telling the help-seeker what came of notices: a text to copy, and the record that it was told. */
@Controller('cases/:id/tell')
@May('case.write', { case: 'id' })
export class TellController {
  constructor(
    private readonly page: TellPage,
    private readonly tellHelpSeeker: TellHelpSeeker,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('cases/tell')
  async show(@Param('id') id: string, @Query('notice') notice: unknown): Promise<object> {
    return { ...(await this.page.model(id, notice)), form: blank() };
  }

  @Post()
  take(
    @Param('id') caseId: string,
    @Query('notice') notice: unknown,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: TellForm,
      page: 'cases/tell',
      model: () => this.page.model(caseId, notice),
      act: async ({ read, how }) => {
        await this.tellHelpSeeker.run({ caseId, by: actor(person) }, readIn(read), how);
        return { to: `/cases/${caseId}`, say: 'tell.recorded' };
      },
    });
  }
}

const readIn = (text: string): Read[] =>
  text.split(' ').map((one) => {
    const [noticeId, code, extent] = one.split(':');
    return { noticeId: noticeId!, code: code as NewsCode, partly: extent === 'partly' };
  });
