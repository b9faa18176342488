import { Controller, Get, Query, Redirect } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { reachOf, type CaseReach } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { pageNumber, paging, PER_PAGE } from '../frame/paging.js';
import { ChannelTasks } from '../provider/channel-tasks.js';
import { WORK_KEYS, type WorkKey } from './work-lists.js';
import { WorkPage } from './work.page.js';

type Asked = Readonly<Record<string, unknown>>;

/** The page a person starts the day with. */
@Controller()
@May('account.own')
export class WorkController {
  constructor(
    private readonly page: WorkPage,
    private readonly channels: ChannelTasks,
  ) {}

  @Get()
  @Redirect('/work', 303)
  start(): void {}

  /** Everybody who signs in arrives here; whoever may not read content finds none. */
  @Get('work')
  @Page('work/mine')
  async mine(@CurrentUser() person: SignedIn, @Query() asked: Asked): Promise<object> {
    if (!holds(person.role, 'case.read')) return { mayRead: false };
    const key = WORK_KEYS.find((each) => each === asked['show']);
    const owns = holds(person.role, 'case.write');
    const forMe = owns && asked['whose'] !== 'all';
    const shown =
      key === undefined
        ? await this.page.all(reachOf(person), forMe)
        : await this.list(key, { asked, forMe }, reachOf(person));
    const begin = owns ? { mayBegin: true, beginLines: person.lines } : { mayBegin: false };
    return {
      mayRead: true,
      ...begin,
      several: person.lines.length > 1,
      owns,
      forMe,
      whoseQuery: owns && !forMe ? '&whose=all' : '',
      ...shown,
      channels: await this.channels.of(person),
    };
  }

  private async list(
    key: WorkKey,
    { asked, forMe }: { readonly asked: Asked; readonly forMe: boolean },
    reach: CaseReach,
  ): Promise<object> {
    const page = pageNumber(asked['page']);
    const list = await this.page.one(key, { page, size: PER_PAGE, forMe }, reach);
    const lists = [{ ...list, more: false }];
    const query = forMe ? { show: key } : { show: key, whose: 'all' };
    const rest = {
      cases: [],
      casesTotal: 0,
      moreCases: false,
      nobodys: 0,
      moreNobodys: false,
      stray: 0,
      firstDay: false,
    };
    return { lists, single: key, paging: paging(page, list.total, '/work', query), ...rest };
  }
}
