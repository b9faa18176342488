import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CaseList } from '#application/case/case-list.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { noticeRowView } from '../notice/notice-row.view.js';
import { CaseTimeline } from './case-timeline.js';
import { TellPage } from './tell.page.js';

/** Gathers what the page of a case shows. */
@Injectable()
export class CasePage {
  constructor(
    private readonly cases: CaseList,
    private readonly notices: NoticeList,
    private readonly timeline: CaseTimeline,
    private readonly tell: TellPage,
  ) {}

  async of(request: DeskRequest, person: SignedIn, id: string): Promise<object> {
    const { reference, status, openedAt, closedAt, confidentiality, content } = await this.cases.one(id);
    const notices = (await this.notices.ofCase(id, reachOf(person))).map(noticeRowView);
    const mayWork = holds(person.role, 'case.write');
    return {
      case: { id, reference, status, openedAt, closedAt, confidentiality, ...content },
      notices,
      timeline: await this.timeline.of(id, person, request.query['events']),
      untold: await this.tell.waiting(id),
      mayWork,
      mayClose: status === 'open' && mayWork,
    };
  }
}
