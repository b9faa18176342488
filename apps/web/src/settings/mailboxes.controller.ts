import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MailProbe, MAIL_WAYS, type MailWay, type ProbeEnd } from '#application/correspondence/mail-probe.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { Pages } from '../frame/pages.js';

/** The mail servers of the settings, each with a button that tries it; passwords are never shown. */
@Controller('settings/mailboxes')
@May('settings.technical')
export class MailboxesController {
  constructor(
    private readonly probe: MailProbe,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Page('settings/mailboxes')
  show(): object {
    return this.model(null);
  }

  @Post(':way')
  async try(@Param('way') asked: string, @Req() request: DeskRequest, @Res() response: Response): Promise<void> {
    const way = MAIL_WAYS.find((each) => each === asked);
    if (!way) throw new RuleViolation('settings.not-found', { part: asked });
    const end = await this.probe.try(way);
    await this.pages.show(request, response, 'settings/mailboxes', this.model({ way, end }));
  }

  private model(tried: { way: MailWay; end: ProbeEnd } | null): object {
    const ways = MAIL_WAYS.map((way) => ({
      ...{ way, place: this.probe.place(way), end: tried?.way === way ? tried.end : null },
      isFine: tried?.end === 'fine',
    }));
    return { ways };
  }
}
