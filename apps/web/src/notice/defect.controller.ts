import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional, MaxLength } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { RecordChannelDefect } from '#application/provider/record-channel-defect.js';
import { DEFECTS, LONGEST_DEFECT_NOTE, type DefectKind } from '#domain/provider/channel-defect.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { filesOf } from '../frame/take-files.js';
import { EvidenceTurn } from './evidence-turn.js';
import { DefectPage } from './defect.page.js';
import type { WhichForm } from './hand-in.page.js';

/** What is wrong with a form; a picture of it comes beside. */
class DefectFields {
  @IsIn([...DEFECTS], { message: 'defect.kind-needed' })
  kind!: DefectKind;

  @IsOptional()
  @MaxLength(LONGEST_DEFECT_NOTE, { message: 'defect.note-too-long' })
  note?: string;

  @IsOptional()
  @IsIn(['yes'])
  capture?: 'yes';
}

/** Recording that a form did not take the notice, and choosing another channel. */
@Controller('notices/:id/hand-in/:deliveryId/defect')
@May('notice.send', { notice: 'id', delivery: 'deliveryId' })
export class DefectController {
  constructor(
    private readonly page: DefectPage,
    private readonly recordDefect: RecordChannelDefect,
    private readonly turn: EvidenceTurn,
    private readonly forms: Forms,
  ) {}

  @Get()
  async show(
    @Param() which: WhichForm,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const model = await this.page.model(which, person);
    if (model === null) return response.redirect(303, `/notices/${which.id}`);
    return this.forms.open(request, response, 'notices/defect', { model, values: { capture: 'yes' } });
  }

  @Post()
  record(
    @Param() which: WhichForm,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const stillAllowed = () => this.turn.refuseEnded(request.secret);
    const { id: noticeId, deliveryId } = which;
    return this.forms.take(request, response, {
      form: DefectFields,
      page: 'notices/defect',
      model: async () => (await this.page.model(which, person)) ?? (await this.page.over(which)),
      fields: { 'defect.note-missing': 'note', 'attachment.some-refused': 'files' },
      act: async ({ kind, note = '', capture }) => {
        const seen = { kind, note, capture: capture === 'yes' };
        const met = { noticeId, deliveryId, ...seen, files: filesOf(request), stillAllowed };
        const purpose = await this.recordDefect.run({ ...met, by: actor(person) });
        if (purpose === 'withdrawal') return { to: `/notices/${noticeId}/withdraw`, say: 'defect.recorded-withdrawal' };
        return { to: `/notices/${noticeId}/write/channel`, say: 'defect.recorded' };
      },
    });
  }
}
