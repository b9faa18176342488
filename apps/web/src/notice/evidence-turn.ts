import { Injectable, UnauthorizedException } from '@nestjs/common';
import { Recognise } from '#application/access/recognise.js';
import type { SignedIn } from '#application/access/sessions.js';
import type { FormTurn } from '../frame/forms.js';
import type { FormClass } from '../frame/take-form.js';
import { WizardDesk } from './wizard/wizard-desk.js';

/** The evidence page of a notice, for the forms beside its own. */
@Injectable()
export class EvidenceTurn {
  constructor(
    private readonly desk: WizardDesk,
    private readonly recognise: Recognise,
  ) {}

  of<T extends object>(noticeId: string, person: SignedIn, form: FormClass<T>): Omit<FormTurn<T>, 'act'> {
    const model = async () => (await this.desk.page('evidence', await this.desk.turn(noticeId, person))).model;
    const fields = { 'attachment.none-chosen': 'files', 'attachment.some-refused': 'files' };
    return { form, page: 'wizard/evidence', model, fields };
  }

  /** A long upload may outlive its session; what comes in then is nobody's. */
  async refuseEnded(secret: string): Promise<void> {
    if (!(await this.recognise.run(secret))?.whole) throw new UnauthorizedException();
  }
}

export const evidencePageOf = (noticeId: string): string => `/notices/${noticeId}/write/evidence`;
