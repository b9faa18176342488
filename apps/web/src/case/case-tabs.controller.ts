import { Controller, Get, Param, Query } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { CaseFrame } from './case-frame.js';
import { CaseTimeline } from './case-timeline.js';
import { CasePage } from './case.page.js';

/** The tabs of a case that only show. */
@Controller('cases/:id')
@May('case.read', { case: 'id' })
export class CaseTabsController {
  constructor(
    private readonly page: CasePage,
    private readonly frame: CaseFrame,
    private readonly timelines: CaseTimeline,
  ) {}

  @Get('notices')
  @Page('cases/notices')
  notices(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.noticesOf(id, person);
  }

  @Get('messages')
  @May('message.read', { case: 'id' })
  @Page('cases/messages')
  messages(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.messagesOf(id, person);
  }

  @Get('evidence')
  @Page('cases/evidence')
  evidence(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.evidenceOf(id, person);
  }

  @Get('tasks')
  @Page('cases/tasks')
  tasks(@Param('id') id: string, @CurrentUser() person: SignedIn): Promise<object> {
    return this.page.tasksOf(id, person);
  }

  @Get('timeline')
  @Page('cases/timeline')
  async timeline(
    @Param('id') id: string,
    @Query('events') asked: unknown,
    @CurrentUser() person: SignedIn,
  ): Promise<object> {
    const { frame } = await this.frame.of(id, person, 'timeline');
    return { ...frame, timeline: await this.timelines.of(id, person, asked) };
  }
}
