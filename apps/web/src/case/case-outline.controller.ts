import { Controller, Get, Param } from '@nestjs/common';
import { CaseList } from '#application/case/case-list.js';
import { EventLog } from '#application/event-log.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { folded } from '../notice/folded-events.js';
import { eventView, whoseEvent } from '../notice/notice.view.js';

/** A case without its content, for who may know of it and not read it: reference, line, state, dates, what happened when. */
@Controller('cases/:id/outline')
@May('case.know', { case: 'id' })
export class CaseOutlineController {
  constructor(
    private readonly cases: CaseList,
    private readonly log: EventLog,
  ) {}

  @Get()
  @Page('cases/outline')
  async show(@Param('id') id: string): Promise<object> {
    const { reference, status, openedAt, closedAt, confidentiality, named, content } = await this.cases.one(id);
    const outline = { id, reference, status, openedAt, closedAt, confidentiality, line: content.line };
    const happened = (await this.log.of('case', id)).toReversed();
    return { case: { ...outline, named: named.length }, events: folded(happened, whoseEvent).map(eventView) };
  }
}
