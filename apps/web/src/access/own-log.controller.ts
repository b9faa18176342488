import { Controller, Get, Query } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { CurrentUser } from '../frame/current-user.decorator.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AuditPage } from './audit.page.js';
import { auditForm } from './audit.query.js';

/** What the log holds of one's own acts. */
@Controller('account/log')
@May('account.own')
export class OwnLogController {
  constructor(private readonly page: AuditPage) {}

  @Get()
  @Page('audit/own')
  show(@CurrentUser() person: SignedIn, @Query('below') below: unknown): Promise<object> {
    const own = { ...auditForm({ below }), who: person.userId };
    return this.page.some(person, own, '/account/log');
  }
}
