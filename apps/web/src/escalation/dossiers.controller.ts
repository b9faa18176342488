import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { OpenEscalation } from '#application/escalation/open-escalation.js';
import { Register } from '#application/provider/register.js';
import { CONTENT_ROLES, WORKING_ROLES } from '#domain/access/role.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { Roles } from '../frame/open.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { DossierForm } from './dossier.form.js';

/** Complaints to the coordinator: what there is, and a new one. */
@Controller('dossiers')
@Roles(...CONTENT_ROLES)
export class DossiersController {
  constructor(
    private readonly escalations: EscalationList,
    private readonly openEscalation: OpenEscalation,
    private readonly register: Register,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('dossiers/list')
  async list(): Promise<object> {
    return { ...(await this.model()), form: blank({ from: '', to: '' }) };
  }

  @Post()
  @Roles(...WORKING_ROLES)
  open(@Req() request: DeskRequest, @Res() response: Response, @CurrentUser() person: SignedIn): Promise<void> {
    return this.forms.take(request, response, {
      form: DossierForm,
      page: 'dossiers/list',
      model: () => this.model(),
      fields: { 'escalation.from-after-to': 'to' },
      act: async ({ about, from, to }) => {
        const { id, reference } = await this.openEscalation.run({ about, from, to }, actor(person));
        return { to: `/dossiers/${id}`, say: 'dossiers.opened', facts: { reference } };
      },
    });
  }

  private async model() {
    const platforms = await this.register.platforms();
    const providers = await this.register.providers();
    const names = new Map(platforms.map(({ code, name }) => [code, name]));
    const groups = providers.filter(({ code }) => !names.has(code));
    const abouts = [
      ...platforms.map(({ code, name }) => ({ value: code, text: name, hint: null })),
      ...groups.map(({ code, legalEntity }) => ({ value: code, text: legalEntity, hint: null })),
    ];
    const nameOf = (code: string): string => abouts.find((about) => about.value === code)?.text ?? code;
    const rows = (await this.escalations.all()).map(({ id, reference, scope, status, openedAt }) => ({
      ...{ id, reference, status, openedAt, from: scope.from, to: scope.to },
      about: nameOf(scope.about),
    }));
    return { rows, abouts };
  }
}
