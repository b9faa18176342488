import { Controller, Get, Query } from '@nestjs/common';
import { Inbox, type InboxPart } from '#application/correspondence/inbox.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';
import { messageRowView } from './message-row.view.js';

const TABS = ['open', 'task', 'quarantined', 'handled', 'all'] as const satisfies readonly InboxPart[];

/** The list of mail that came in. */
@Controller('inbox')
@May('message.read')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Get()
  @Page('inbox/list')
  async list(@Query() query: Readonly<Record<string, unknown>>): Promise<object> {
    const show = TABS.find((tab) => tab === query['show']) ?? 'open';
    const page = pageNumber(query['page']);
    const [{ rows, total }, counts] = await Promise.all([
      this.inbox.page({ show, page, size: PER_PAGE }),
      this.inbox.counts(),
    ]);
    return {
      rows: rows.map(messageRowView),
      show,
      tabs: TABS.map((tab) => ({ tab, count: counts[tab], current: tab === show })),
      paging: paging(page, total, '/inbox', { show }),
    };
  }
}
