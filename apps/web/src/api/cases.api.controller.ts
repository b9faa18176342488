import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { CloseCase } from '#application/case/close-case.js';
import { OpenCase } from '#application/case/open-case.js';
import { CASE_STATES, EVERY_CASE, readChoice } from '#domain/case/case-choice.js';
import { knowledgeOf, reachOf } from '#domain/access/reach.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { pageNumber, PER_PAGE } from '../frame/paging.js';
import { CaseAnswer, caseAnswer, caseInList, CasesAnswer } from './case.answer.js';
import { NewCase, newCaseContent, Seen } from './case.request.js';
import { changed, made } from './done.js';
import { paged } from './paged.js';
import { takeDocument } from './take-document.js';

/** A program is told how many there are, however many. */
const EACH = 2_000_000_000;

/** Cases over the JSON API. */
@ApiTags('cases')
@Controller('api/cases')
export class CasesApi {
  constructor(
    private readonly cases: CaseList,
    private readonly openCase: OpenCase,
    private readonly closeCase: CloseCase,
  ) {}

  @Get()
  @May('case.read')
  @ApiOperation({ summary: 'The cases this token may see, newest first' })
  @ApiQuery({ name: 'status', enum: CASE_STATES, required: false })
  @ApiQuery({ name: 'search', required: false, description: 'A part of a reference' })
  @ApiQuery({ name: 'page', required: false, description: 'From 1' })
  @ApiOkResponse({ type: CasesAnswer })
  async list(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): Promise<CasesAnswer> {
    const { status, search } = readChoice({ status: 'all', ...query });
    const page = pageNumber(query['page']);
    const view = { known: knowledgeOf(person), read: reachOf(person) };
    const found = await this.cases.page(
      { ...EVERY_CASE, status, search, sort: 'opened', page, size: PER_PAGE },
      view,
      EACH,
    );
    return paged(found.rows.map(caseInList), page, found.total);
  }

  @Post()
  @May('case.write')
  @ApiOperation({ summary: 'Opens a case; `Location` says where it stands' })
  @ApiBody({ type: NewCase })
  @ApiCreatedResponse()
  async open(@Body() body: unknown, @CurrentUser() person: SignedIn, @Res() response: Response): Promise<void> {
    const wanted = await takeDocument(NewCase, body);
    const { id } = await this.openCase.run(newCaseContent(wanted), actor(person), person);
    made(response, `/api/cases/${id}`);
  }

  @Get(':id')
  @May('case.read', { case: 'id' })
  @ApiOperation({ summary: 'One case' })
  @ApiOkResponse({ type: CaseAnswer })
  async one(@Param('id') id: string): Promise<CaseAnswer> {
    return caseAnswer(await this.cases.one(id));
  }

  @Post(':id/close')
  @May('case.write', { case: 'id' })
  @ApiOperation({ summary: 'Closes a case' })
  @ApiBody({ type: Seen })
  @ApiNoContentResponse()
  async close(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentUser() person: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.closeCase.run(await seen(id, body, person));
    changed(response, `/api/cases/${id}`);
  }

  @Post(':id/reopen')
  @May('case.write', { case: 'id' })
  @ApiOperation({ summary: 'Takes a closed case up again' })
  @ApiBody({ type: Seen })
  @ApiNoContentResponse()
  async reopen(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentUser() person: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.closeCase.reopen(await seen(id, body, person));
    changed(response, `/api/cases/${id}`);
  }
}

/** The case as the program says it saw it, and who acts. */
async function seen(id: string, body: unknown, person: SignedIn) {
  const { version } = await takeDocument(Seen, body);
  return { id, expected: version, by: actor(person) };
}
