import { Controller, Get, Param } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { SelfReportPage } from './self-report.page.js';

/** What the help-seeker does where a platform listens to the person concerned only, and what we answer to that. */
@Controller('notices/:id/self-report')
@May('case.write', { notice: 'id' })
export class SelfReportController {
  constructor(private readonly page: SelfReportPage) {}

  @Get()
  @Page('notices/self-report')
  show(@Param('id') id: string, @CurrentUser() { language }: SignedIn): Promise<object> {
    return this.page.model(id, language);
  }
}
