import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Spool } from '#application/evidence/spool.js';
import { formPage } from '#domain/evidence/form-capture.js';
import { DEFECTS } from '#domain/provider/channel-defect.js';
import { HandInPage, type WhichForm } from './hand-in.page.js';

/** What the page shows on which a person says what is wrong with a form. */
@Injectable()
export class DefectPage {
  constructor(
    private readonly handIn: HandInPage,
    private readonly spool: Spool,
  ) {}

  /** Null where the form is no longer to be handed in; `page` is what the desk may capture of it, if anything. */
  async model(which: WhichForm, person: SignedIn): Promise<object | null> {
    const model = await this.handIn.model(which, person);
    return model && { ...model, page: formPage(model.form, this.spool.allow), kinds: DEFECTS };
  }

  over(which: WhichForm): Promise<object> {
    return this.handIn.over(which);
  }
}
