import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn } from 'class-validator';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { EncloseFile } from '#application/evidence/enclose-file.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { evidencePageOf, EvidenceTurn } from './evidence-turn.js';
import { SeenForm } from './submit.form.js';

/** Whether a file goes along. */
class EncloseForm extends SeenForm {
  @IsIn(['yes', 'no'], { message: 'form.unknown-field' })
  goes!: 'yes' | 'no';
}

/** What of a notice's evidence goes along with its letter: one file at a time, and a person says so of each. */
@Controller('notices/:id/enclosures/:evidenceId')
@May('case.write', { notice: 'id', evidence: 'evidenceId' })
export class EnclosuresController {
  constructor(
    private readonly encloseFile: EncloseFile,
    private readonly turn: EvidenceTurn,
    private readonly forms: Forms,
  ) {}

  @Post()
  enclose(
    @Param() { id, evidenceId }: { id: string; evidenceId: string },
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      ...this.turn.of(id, person, EncloseForm),
      act: async ({ version, goes }) => {
        const which = { id, expected: Number(version), by: actor(person) };
        await this.encloseFile.run({ ...which, evidenceId, goes: goes === 'yes' });
        return { to: evidencePageOf(id), say: goes === 'yes' ? 'evidence.goes' : 'evidence.stays' };
      },
    });
  }
}
