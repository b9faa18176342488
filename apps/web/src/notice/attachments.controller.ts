import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AttachFiles } from '#application/evidence/attach-files.js';
import { RemoveAttachment } from '#application/evidence/remove-attachment.js';
import { ButtonForm } from '../access/users.form.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { filesOf } from '../frame/take-files.js';
import { evidencePageOf, EvidenceTurn } from './evidence-turn.js';

/** Own files beside a notice. */
@Controller('notices/:id/attachments')
@May('case.write', { notice: 'id' })
export class AttachmentsController {
  constructor(
    private readonly attachFiles: AttachFiles,
    private readonly removeAttachment: RemoveAttachment,
    private readonly turn: EvidenceTurn,
    private readonly forms: Forms,
  ) {}

  /** The files are read here and not before: token, key and leave were looked at first. */
  @Post()
  attach(
    @Param('id') noticeId: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const stillAllowed = () => this.turn.refuseEnded(request.secret);
    return this.forms.take(request, response, {
      ...this.turn.of(noticeId, person, ButtonForm),
      act: async () => {
        const sent = { noticeId, files: filesOf(request), by: actor(person), stillAllowed };
        const { length: n } = await this.attachFiles.run(sent);
        return { to: evidencePageOf(noticeId), say: 'evidence.attached', facts: { n } };
      },
    });
  }

  @Post(':evidenceId/remove')
  @May('case.write', { notice: 'id', evidence: 'evidenceId' })
  remove(
    @Param() { id: noticeId, evidenceId }: { id: string; evidenceId: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn.of(noticeId, person, ButtonForm),
      act: async () => {
        await this.removeAttachment.run({ noticeId, evidenceId, by: actor(person) });
        return { to: evidencePageOf(noticeId), say: 'evidence.removed' };
      },
    });
  }
}
