import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { mandateOn } from '#domain/case/mandate.js';
import type { CaseNeed } from '#domain/case/next-for-case.js';
import { dayIn } from '#domain/instant.js';
import { noticeRowView } from '../notice/notice-row.view.js';
import { CaseFrame } from './case-frame.js';
import { CaseTimeline } from './case-timeline.js';
import { TellPage } from './tell.page.js';

/** Rows of each thing on the overview; the tabs hold the rest. */
const SHORT = 5;

/** Next steps that come after telling the help-seeker. */
const CAN_WAIT: readonly CaseNeed[] = ['await', 'close', 'begin'];

/** Gathers what the overview of a case shows. */
@Injectable()
export class CaseOverviewPage {
  constructor(
    private readonly frame: CaseFrame,
    private readonly notices: NoticeList,
    private readonly timeline: CaseTimeline,
    private readonly tell: TellPage,
  ) {}

  async model(id: string, person: SignedIn): Promise<object> {
    const [{ file, frame, need, today }, found, { events }, untold] = await Promise.all([
      this.frame.of(id, person, 'overview'),
      this.notices.ofCase(id, reachOf(person)),
      this.timeline.of(id, person, 'all'),
      this.tell.waiting(id),
    ]);
    const mayWork = holds(person.role, 'case.write');
    return {
      ...{
        ...frame,
        untold,
        tellsFirst: untold > 0 && mayWork && CAN_WAIT.includes(need),
        events: events.slice(0, SHORT),
      },
      mandate: mandateOn(file.content, dayIn(today.now, today.calendar.zone)),
      notices: found.slice(0, SHORT).map(noticeRowView),
      moreNotices: found.length > SHORT,
    };
  }
}
