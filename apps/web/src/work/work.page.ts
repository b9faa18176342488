import { Injectable } from '@nestjs/common';
import { Inbox } from '#application/correspondence/inbox.js';
import { NoticeList } from '#application/notice/notice-list.js';
import type { WhichPage } from '#application/page-of.js';
import type { CaseReach } from '#domain/access/reach.js';
import { LISTS, type WorkKey, type WorkList } from './work-lists.js';

/** Rows shown of each list before it has a page of its own. */
const SHORT = 5;

/** What waits for people, computed anew each time and never stored. */
@Injectable()
export class WorkPage {
  constructor(
    private readonly inbox: Inbox,
    private readonly notices: NoticeList,
  ) {}

  /** Every list that holds something, in the order in which it presses. */
  async all(reach: CaseReach): Promise<object> {
    const [counts, ...lists] = await Promise.all([
      this.inbox.counts(reach),
      ...LISTS.map((list) => this.few(list, reach)),
    ]);
    const stray = counts.open - counts.task - counts.answer;
    return { lists: lists.filter(({ total }) => total > 0), stray, firstDay: counts.all === 0 };
  }

  /** One list, a page at a time. */
  async one(key: WorkKey, which: WhichPage, reach: CaseReach) {
    const list = LISTS.find((each) => each.key === key)!;
    return { key, kind: list.kind, ...(await this.rows(list, which, reach)) };
  }

  private async few(list: WorkList, reach: CaseReach) {
    const { rows, total } = await this.rows(list, { page: 1, size: SHORT }, reach);
    return { key: list.key, kind: list.kind, rows, total, more: total > rows.length };
  }

  private async rows(list: WorkList, which: WhichPage, reach: CaseReach) {
    if (list.kind === 'messages') {
      const { rows, total } = await this.inbox.page({ ...which, show: list.show }, reach);
      return { rows: rows.map(list.view), total };
    }
    const { rows, total } = await this.notices.page({ ...which, ...list.filter }, reach);
    return { rows: rows.map(list.view), total };
  }
}
