import { Injectable } from '@nestjs/common';
import { Inbox } from '#application/correspondence/inbox.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { CaseList } from '#application/case/case-list.js';
import { EVERY_CASE } from '#domain/case/case-choice.js';
import { caseRowView } from '../case/case-row.view.js';
import { Todays } from '../case/todays.js';
import type { PageOf, WhichPage } from '#application/page-of.js';
import type { CaseReach } from '#domain/access/reach.js';
import { LISTS, NOTICE_LISTS, type WorkKey, type WorkList } from './work-lists.js';

/** Beyond these a page says only that there are more. */
const MOST_SAID = 99;
const MOST_IN_LIST = 999;

/** Rows shown of each list before it has a page of its own. */
const SHORT = 5;
const SHORTENED = { size: SHORT, most: MOST_IN_LIST };

/** What waits for people, computed anew each time and never stored. */
@Injectable()
export class WorkPage {
  constructor(
    private readonly inbox: Inbox,
    private readonly notices: NoticeList,
    private readonly cases: CaseList,
    private readonly todays: Todays,
  ) {}

  /** Every list that holds something, in the order in which it presses. */
  async all(reach: CaseReach, forMe: boolean): Promise<object> {
    const [inbox, cases, notices] = await Promise.all([
      this.inbox.waiting(forMe, SHORT, reach),
      this.byDeadline(reach, forMe),
      this.notices.firsts(
        NOTICE_LISTS.map(({ filter }) => ({ ...filter, forMe })),
        reach,
        SHORTENED,
      ),
    ]);
    const lists = LISTS.map((list) =>
      list.kind === 'messages'
        ? shortened(list, inbox[list.show], list.view)
        : shortened(list, notices[NOTICE_LISTS.indexOf(list)]!, list.view),
    );
    const { counts } = inbox;
    const stray = counts.open - counts.task - counts.answer;
    return { ...cases, lists: lists.filter(({ total }) => total > 0), stray, firstDay: counts.all === 0 };
  }

  /** One list, a page at a time. */
  async one(key: WorkKey, which: WhichPage & { readonly forMe: boolean }, reach: CaseReach) {
    const list = LISTS.find((each) => each.key === key)!;
    return { key, kind: list.kind, over: false, ...(await this.rows(list, which, reach)) };
  }

  /** Cases in which a platform must answer, the first to be late first; and how many are nobody's. */
  private async byDeadline(reach: CaseReach, forMe: boolean) {
    const own = { ...EVERY_CASE, status: 'open', whose: forMe ? 'mine' : null } as const;
    const nobodys = { ...EVERY_CASE, status: 'open', whose: 'nobody' } as const;
    const [rows, today, [all, free]] = await Promise.all([
      this.cases.first(own, reach, SHORT),
      this.todays.now(),
      this.cases.counts([own, nobodys], reach, MOST_SAID),
    ]);
    return {
      ...{ cases: rows.map((row) => caseRowView(row, today)), casesTotal: all!, moreCases: all! > rows.length },
      ...{ nobodys: Math.min(free!, MOST_SAID), moreNobodys: free! > MOST_SAID },
    };
  }

  private async rows(list: WorkList, which: WhichPage & { readonly forMe: boolean }, reach: CaseReach) {
    if (list.kind === 'messages') {
      const { rows, total } = await this.inbox.page({ ...which, show: list.show }, reach);
      return { rows: rows.map(list.view), total };
    }
    const { rows, total } = await this.notices.page({ ...which, ...list.filter }, reach);
    return { rows: rows.map(list.view), total };
  }
}

/** A list as the page of all shows it: its beginning, and how much of it there is. */
function shortened<T>({ key, kind }: WorkList, { rows, total }: PageOf<T>, view: (row: T) => object) {
  const shown = { total: Math.min(total, MOST_IN_LIST), over: total > MOST_IN_LIST, more: total > rows.length };
  return { key, kind, rows: rows.map(view), ...shown };
}
