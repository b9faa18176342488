import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { OpenEscalation } from '#application/escalation/open-escalation.js';
import { Register } from '#application/provider/register.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { holds } from '#domain/access/right.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { abouts, nameOf, noonOf } from './abouts.js';
import { DossierForm } from './dossier.form.js';

/** Complaints to the coordinator: what there is, and a new one. */
@Controller('dossiers')
@May('dossier.read')
export class DossiersController {
  constructor(
    private readonly escalations: EscalationList,
    private readonly openEscalation: OpenEscalation,
    private readonly register: Register,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('dossiers/list')
  async list(@CurrentUser() person: SignedIn): Promise<object> {
    return { ...(await this.model(person)), form: blank({ from: '', to: '' }) };
  }

  @Post()
  @May('dossier.make')
  open(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: DossierForm,
      page: 'dossiers/list',
      model: () => this.model(person),
      fields: { 'escalation.from-after-to': 'to', 'escalation.about-unknown': 'about' },
      act: async ({ about, from, to }) => {
        const known = (await abouts(this.register)).some(({ value }) => value === about);
        if (!known) throw new RuleViolation('escalation.about-unknown', { about });
        const { id, reference } = await this.openEscalation.run({ about, from, to }, actor(person));
        return { to: `/dossiers/${id}`, say: 'dossiers.opened', facts: { reference } };
      },
    });
  }

  private async model({ role }: SignedIn) {
    const all = await abouts(this.register);
    const rows = (await this.escalations.all()).map(({ id, reference, scope, status, openedAt }) => ({
      ...{ id, reference, status, openedAt, from: noonOf(scope.from), to: noonOf(scope.to) },
      about: nameOf(all, scope.about),
    }));
    return { rows, abouts: all, mayWork: holds(role, 'dossier.make') };
  }
}
