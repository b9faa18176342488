import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { once } from 'node:events';
import { AUDIT_CSV_HEAD, auditCsv } from '#adapters/report/audit-csv.js';
import { AuditLog, type LogFilter } from '#application/access/audit-log.js';
import { Installation } from '#application/access/installation.js';
import { VERIFICATION_ASKED } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import type { SignedIn } from '#application/access/sessions.js';
import { knowledgeOf } from '#domain/access/reach.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { beginFile } from '../frame/file.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AuditPage } from './audit.page.js';
import { auditForm, filterOf } from './audit.query.js';

type Asked = Readonly<Record<string, unknown>>;

/** Entries that are read from the database at once for a copy. */
const AT_ONCE = 2000;

/** The log of who did what, and whether it is as it was recorded. */
@Controller('audit')
@May('audit.read')
export class AuditController {
  constructor(
    private readonly page: AuditPage,
    private readonly log: AuditLog,
    private readonly recordLook: RecordLook,
    private readonly installation: Installation,
  ) {}

  /** While the chain is broken the page says nothing else, until somebody asks for the entries all the same. */
  @Get()
  @Page('audit/show')
  async show(@CurrentUser() person: SignedIn, @Query() query: Asked): Promise<object> {
    const standing = await this.page.standing();
    const isAlarm = standing.verification?.ok === false && query['entries'] !== 'yes';
    const entries = await this.page.entries(person, auditForm(query));
    return { ...standing, ...entries, isAlarm };
  }

  /** A copy of the entries that answer, newest first; that it was made is recorded before a line of it leaves. */
  @Get('log.csv')
  async csv(@Res() response: Response, @CurrentUser() person: SignedIn, @Query() query: Asked): Promise<void> {
    const form = auditForm(query);
    const { zone } = await this.installation.organisation();
    const asked = Object.entries(form).flatMap(([name, value]) => (value === '' ? [] : [name]));
    const exported = { kind: 'exported', subject: 'export', subjectId: 'audit-log', facts: { asked } } as const;
    await this.recordLook.run(actor(person), exported);
    beginFile(response, { name: 'audit-log.csv', type: 'text/csv; charset=utf-8' });
    response.write(AUDIT_CSV_HEAD);
    for await (const line of this.lines(filterOf(form, zone), person)) {
      if (!response.write(line)) await once(response, 'drain');
    }
    response.end();
  }

  private async *lines(filter: LogFilter, person: SignedIn): AsyncIterable<string> {
    for (let below = filter.below; ;) {
      const rows = await this.log.rows({ ...filter, below }, knowledgeOf(person), AT_ONCE);
      yield auditCsv(rows);
      below = rows.at(-1)?.seq ?? null;
      if (below === null || below === 1) return;
    }
  }
}

/** Asking that the log be verified now. */
@Controller('audit/verify')
@May('audit.read')
export class AskVerificationController {
  constructor(
    private readonly recordLook: RecordLook,
    private readonly forms: Forms,
  ) {}

  @Post()
  async ask(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    await this.recordLook.run(actor(person), VERIFICATION_ASKED);
    return this.forms.goOn(request, response, { to: '/audit', say: 'audit.asked' });
  }
}
