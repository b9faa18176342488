import { Controller, Get, Query } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Inbox, MOST_LISTED, MOST_SAID, type InboxPart } from '#application/correspondence/inbox.js';
import { reachOf } from '#domain/access/reach.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
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
  async list(@Query() query: Readonly<Record<string, unknown>>, @CurrentUser() person: SignedIn): Promise<object> {
    const show = TABS.find((tab) => tab === query['show']) ?? 'open';
    const reach = reachOf(person);
    const page = pageNumber(query['page']);
    const [{ rows, total }, counts] = await Promise.all([
      this.inbox.page({ show, page, size: PER_PAGE }, reach),
      this.inbox.counts(reach),
    ]);
    return {
      rows: rows.map(messageRowView),
      show,
      tabs: TABS.map((tab) => ({ tab, ...said(tab, counts[tab]), current: tab === show })),
      tooMany: total > MOST_LISTED,
      paging: paging(page, Math.min(total, MOST_LISTED), '/inbox', { show }),
    };
  }
}

/** Parts with messages of all years are counted no further than people read. */
const said = (part: InboxPart, count: number): { readonly count: number; readonly more: boolean } =>
  (part === 'handled' || part === 'all') && count > MOST_SAID
    ? { count: MOST_SAID, more: true }
    : { count, more: false };
