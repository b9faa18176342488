import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
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
import { DescribeNotice } from '#application/notice/describe-notice.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { StartNotice } from '#application/notice/start-notice.js';
import { NOTICE_STATUSES } from '#domain/notice/notice-status.js';
import { reachOf } from '#domain/access/reach.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { pageNumber, PER_PAGE } from '../frame/paging.js';
import { NoticeAnswer, noticeAnswer, noticeInList, NoticesAnswer } from './notice.answer.js';
import { ChangedNotice, NewNotice } from './notice.request.js';
import { NoticeWriting } from './notice-writing.js';
import { changed, made } from './done.js';
import { paged } from './paged.js';
import { takeDocument } from './take-document.js';

/** Notices over the JSON API: to read, and to write anew while they are drafts. */
@ApiTags('notices')
@Controller('api/notices')
export class NoticesApi {
  constructor(
    private readonly notices: NoticeList,
    private readonly file: NoticeFile,
    private readonly describeNotice: DescribeNotice,
    private readonly writing: NoticeWriting,
  ) {}

  @Get()
  @May('case.read')
  @ApiOperation({ summary: 'The notices this token may see, newest first' })
  @ApiQuery({ name: 'status', enum: NOTICE_STATUSES, required: false })
  @ApiQuery({ name: 'page', required: false, description: 'From 1' })
  @ApiOkResponse({ type: NoticesAnswer })
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() person: SignedIn,
  ): Promise<NoticesAnswer> {
    const status = NOTICE_STATUSES.find((one) => one === query['status']);
    const page = pageNumber(query['page']);
    const which = {
      statuses: status ? [status] : NOTICE_STATUSES,
      deliveryState: null,
      class: null,
      origin: null,
      returned: false,
      notAsked: false,
    };
    const found = await this.notices.page({ ...which, page, size: PER_PAGE }, reachOf(person));
    return paged(found.rows.map(noticeInList), page, found.total);
  }

  @Get(':id')
  @May('notice.read', { notice: 'id' })
  @ApiOperation({ summary: 'One notice with its addresses and their outcomes' })
  @ApiOkResponse({ type: NoticeAnswer })
  async one(@Param('id') id: string): Promise<NoticeAnswer> {
    return noticeAnswer(await this.file.whole(id));
  }

  @Put(':id')
  @May('case.write', { notice: 'id' })
  @ApiOperation({ summary: 'Writes a notice anew; one that was ready or approved becomes a draft again' })
  @ApiBody({ type: ChangedNotice })
  @ApiNoContentResponse()
  async describe(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentUser() person: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = await takeDocument(ChangedNotice, body);
    const which = { id, expected: wanted.version, by: actor(person) };
    const { notice } = await this.file.whole(id);
    await this.describeNotice.run(which, await this.writing.of(wanted, notice.content));
    changed(response, `/api/notices/${id}`);
  }
}

/** Beginning a notice in a case over the JSON API. */
@ApiTags('notices')
@Controller('api/cases/:id/notices')
export class CaseNoticesApi {
  constructor(
    private readonly notices: NoticeList,
    private readonly startNotice: StartNotice,
    private readonly writing: NoticeWriting,
  ) {}

  @Get()
  @May('case.read', { case: 'id' })
  @ApiOperation({ summary: 'The notices of a case, newest first' })
  @ApiOkResponse({ type: NoticesAnswer })
  async list(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<NoticesAnswer> {
    const rows = await this.notices.ofCase(id, reachOf(person));
    return { ...paged(rows.map(noticeInList), 1, rows.length), size: rows.length };
  }

  @Post()
  @May('case.write', { case: 'id' })
  @ApiOperation({ summary: 'Begins a draft, which a person sends at the desk; `Location` says where it stands' })
  @ApiBody({ type: NewNotice })
  @ApiCreatedResponse()
  async start(
    @Param('id') caseId: string,
    @Body() body: unknown,
    @CurrentUser() person: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const written = await this.writing.of(await takeDocument(NewNotice, body));
    const { id } = await this.startNotice.run(caseId, written, actor(person));
    made(response, `/api/notices/${id}`);
  }
}
