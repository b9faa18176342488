import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { Inbox } from '#application/correspondence/inbox.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { giveFile } from '../frame/file.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { MessagePage } from './message.page.js';

/** One message, and its bytes as they came. */
@Controller('inbox/:id')
@May('message.read', { message: 'id' })
export class MessageController {
  constructor(
    private readonly page: MessagePage,
    private readonly inbox: Inbox,
  ) {}

  @Get()
  @Page('inbox/show')
  show(@Param('id') id: string, @Query('as') as: unknown, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.model(id, person, as);
  }

  /** Mail may hold anything: it is handed over as a file and never shown or run by the browser. */
  @Get('raw')
  @May('evidence.view', { message: 'id' })
  async raw(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const { digest } = await this.inbox.message(id);
    giveFile(response, { name: `${digest.slice(0, 16)}.eml`, bytes: await this.inbox.bytes(digest) });
  }
}
