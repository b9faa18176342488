import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { HandInForm } from '#application/correspondence/hand-in-form.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { filesOf } from '../frame/take-files.js';
import { momentOf } from '../outcome/local-moment.js';
import { EvidenceTurn } from './evidence-turn.js';
import { HandInFields } from './hand-in.form.js';
import { HandInPage, type WhichForm } from './hand-in.page.js';

const FIELDS = {
  'receipt.missing': 'reference',
  'receipt.both': 'gave',
  'receipt.in-the-future': 'at',
  'receipt.before-submit': 'at',
  'outcome.no-such-moment': 'at',
  'attachment.some-refused': 'files',
};

/** Taking a notice over into a platform's form, and recording what the form gave back. */
@Controller('notices/:id/hand-in/:deliveryId')
@May('notice.send', { notice: 'id', delivery: 'deliveryId' })
export class HandInController {
  constructor(
    private readonly page: HandInPage,
    private readonly handInForm: HandInForm,
    private readonly turn: EvidenceTurn,
    private readonly forms: Forms,
  ) {}

  /** What waits no longer leads back to its notice, which says what became of it. */
  @Get()
  async show(
    @Param() which: WhichForm,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const model = await this.page.model(which, person);
    if (model === null) return response.redirect(303, `/notices/${which.id}`);
    return this.forms.open(request, response, 'notices/hand-in', { model, values: await this.page.begin() });
  }

  /** A picture is read here and not before: token, key and leave were looked at first. */
  @Post()
  handIn(
    @Param() which: WhichForm,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const stillAllowed = () => this.turn.refuseEnded(request.secret);
    const { id, deliveryId } = which;
    return this.forms.take(request, response, {
      form: HandInFields,
      page: 'notices/hand-in',
      model: async () => (await this.page.model(which, person)) ?? this.page.over(which),
      fields: FIELDS,
      act: async ({ gave, reference = '', text = '', at, picture = null }) => {
        await this.handInForm.run({
          ...{ noticeId: id, deliveryId, picture, files: filesOf(request), stillAllowed, by: actor(person) },
          at: momentOf(at, await this.page.zone(), null)!,
          receipt: { reference, text, none: gave === 'none' },
        });
        return { to: `/notices/${id}`, say: gave === 'none' ? 'hand-in.done-without' : 'hand-in.done' };
      },
    });
  }
}
