import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { Matches } from 'class-validator';
import type { Response } from 'express';
import { defectsCsv, receiptsCsv } from '#adapters/report/defects-csv.js';
import type { SignedIn } from '#application/access/sessions.js';
import { DefectList, type DefectRow } from '#application/provider/defect-list.js';
import { ResolveChannelDefect } from '#application/provider/resolve-channel-defect.js';
import { Spool } from '#application/evidence/spool.js';
import { formPage, mayCaptureForm } from '#domain/evidence/form-capture.js';
import { isEverything, reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { giveFile } from '../frame/file.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

/** The day on which somebody saw that a defect is no longer there. */
class ResolveFields {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'defect.day-needed' })
  on!: string;
}

const CSV = 'text/csv; charset=utf-8';

/** What is wrong with channels, and which forms give no receipt: for us, and for whoever supervises the platforms. */
@Controller('follow-up/defects')
@May('statistics.read')
export class DefectsController {
  constructor(
    private readonly list: DefectList,
    private readonly resolveDefect: ResolveChannelDefect,
    private readonly forms: Forms,
    private readonly spool: Spool,
  ) {}

  @Get()
  @Page('follow-up/defects')
  async show(@CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.model(person)), form: blank() };
  }

  @Get('defects.csv')
  async defects(@Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const csv = defectsCsv(await this.list.all(reachOf(person)));
    giveFile(response, { name: 'channel-defects.csv', type: CSV, bytes: Buffer.from(csv) });
  }

  @Get('receipts.csv')
  async receipts(@Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const csv = receiptsCsv(await this.list.receipts(reachOf(person)));
    giveFile(response, { name: 'form-receipts.csv', type: CSV, bytes: Buffer.from(csv) });
  }

  @Post(':defectId/resolve')
  @May('register.write')
  resolve(
    @Param('defectId') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: ResolveFields,
      page: 'follow-up/defects',
      model: () => this.model(person),
      act: async ({ on }) => {
        await this.resolveDefect.run({ id, on, by: actor(person) });
        return { to: '/follow-up/defects', say: 'defect.resolved-now' };
      },
    });
  }

  private async model(person: SignedIn): Promise<object> {
    const reach = reachOf(person);
    const [rows, receipts] = await Promise.all([this.list.all(reach), this.list.receipts(reach)]);
    const open = rows.filter(({ resolvedOn }) => resolvedOn === null).length;
    return {
      rows: rows.map((row) => this.row(row, person)),
      receipts,
      open,
      isPart: !isEverything(reach),
      mayResolve: holds(person.role, 'register.write'),
    };
  }

  /** With what of its capture somebody may see, and whether they may have one made. */
  private row(row: DefectRow, { role }: SignedIn): object {
    const isOpen = row.resolvedOn === null && row.noticeId !== null && formPage(row, this.spool.allow) !== null;
    const files = holds(role, 'evidence.view') ? (row.capture?.files ?? []) : [];
    return { ...row, files, mayCapture: isOpen && holds(role, 'case.write') && mayCaptureForm(row.capture) };
  }
}
