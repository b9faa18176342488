import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { RequestCapture } from '#application/evidence/request-capture.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { giveFile } from '../frame/file.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';

/** What may be shown inside a page; everything else is handed over as a file. */
const SHOWN = ['image/png'];

/** Captures: asking for one, and the files of those that were made. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly requestCapture: RequestCapture,
    private readonly file: NoticeFile,
    private readonly store: EvidenceStore,
    private readonly forms: Forms,
  ) {}

  @Post('notices/:id/items/:itemId/capture')
  @May('case.write', { notice: 'id' })
  async capture(
    @Param() { id, itemId }: { id: string; itemId: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    await this.requestCapture.run({ noticeId: id, itemId, by: actor(person) });
    return this.forms.goOn(request, response, { to: `/notices/${id}`, say: 'notices.capture-asked' });
  }

  /** Bytes from a hostile page: never run, never guessed at, and checked against their digest when read. */
  @Get('evidence/:id')
  @May('evidence.view', { evidence: 'id' })
  async show(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const found = await this.file.evidence(id);
    if (!found) throw new RuleViolation('evidence.not-found', { id });
    const bytes = await this.store.read(found.digest);
    const shownAs = SHOWN.includes(found.mediaType) ? found.mediaType : undefined;
    giveFile(response, { name: found.name, bytes, ...(shownAs && { shownAs }) });
  }
}
