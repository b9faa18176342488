import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#application/access/sessions.js';
import { Inbox, INBOX_PARTS } from '#application/correspondence/inbox.js';
import { reachOf } from '#domain/access/reach.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { pageNumber, PER_PAGE } from '../frame/paging.js';
import { messageInList, MessagesAnswer } from './message.answer.js';
import { paged } from './paged.js';

/** Mail that came in, over the JSON API; what it means is said by a person at the desk. */
@ApiTags('messages')
@Controller('api/messages')
export class MessagesApi {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @May('message.read')
  @ApiOperation({ summary: 'The messages this token may see, newest first' })
  @ApiQuery({ name: 'show', enum: INBOX_PARTS, required: false })
  @ApiQuery({ name: 'page', required: false, description: 'From 1' })
  @ApiOkResponse({ type: MessagesAnswer })
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() person: SignedIn,
  ): Promise<MessagesAnswer> {
    const show = INBOX_PARTS.find((part) => part === query['show']) ?? 'all';
    const page = pageNumber(query['page']);
    const found = await this.inbox.page({ show, page, size: PER_PAGE }, reachOf(person));
    return paged(found.rows.map(messageInList), page, found.total);
  }
}
