import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { RequestCapture } from '#application/evidence/request-capture.js';
import { ViewEvidence } from '#application/evidence/view-evidence.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { giveFile } from '../frame/file.js';
import { Forms } from '../frame/forms.js';
import { evidencePageOf } from './evidence-turn.js';
import { May } from '../frame/may.decorator.js';

/** Captures: asking for one, and the files of those that were made. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly requestCapture: RequestCapture,
    private readonly viewEvidence: ViewEvidence,
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
    const to = request.query['back'] === 'write' ? evidencePageOf(id) : `/notices/${id}`;
    return this.forms.goOn(request, response, { to, say: 'notices.capture-asked' });
  }

  /** Bytes from a hostile page: never run, never guessed at, and checked against their digest when read. */
  @Get('evidence/:id')
  @May('evidence.view', { evidence: 'id' })
  async show(@Param('id') id: string, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    const { entry, bytes, shown } = await this.viewEvidence.run({ id, by: actor(person) });
    giveFile(response, { name: entry.name, bytes, ...(shown && { shownAs: entry.mediaType }) });
  }
}
