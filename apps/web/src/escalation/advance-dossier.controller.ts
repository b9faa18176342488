import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '#application/access/sessions.js';
import { AdvanceEscalation } from '#application/escalation/advance-escalation.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import type { EscalationStatus } from '#domain/escalation/escalation.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { AdvanceForm } from './dossier.form.js';

type Step = { readonly id: string; readonly to: string };

/** Saying how far a complaint has come, each step confirmed on a page of its own. */
@Controller('dossiers/:id/advance/:to')
@May('dossier.make')
export class AdvanceDossierController {
  constructor(
    private readonly escalations: EscalationList,
    private readonly advanceEscalation: AdvanceEscalation,
    private readonly forms: Forms,
  ) {}

  @Get()
  @Page('dossiers/advance')
  async sure(@Param() step: Step): Promise<object> {
    return { ...(await this.model(step)), form: blank() };
  }

  @Post()
  advance(
    @Param() step: Step,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    return this.forms.take(request, response, {
      form: AdvanceForm,
      page: 'dossiers/advance',
      model: () => this.model(step),
      act: async ({ version }) => {
        const { dossier, to } = await this.model(step);
        await this.advanceEscalation.run({ id: dossier.id, expected: Number(version), by: actor(person) }, to);
        return { to: `/dossiers/${dossier.id}`, say: 'dossiers.advanced' };
      },
    });
  }

  /** Refused when the step does not follow from where the complaint stands. */
  private async model({ id, to }: Step) {
    const found = await this.escalations.find(id);
    if (!found) throw new RuleViolation('escalation.not-found', { id });
    const { reference, status, version, next } = found;
    const step = next.find((one): one is EscalationStatus => one === to);
    if (!step) throw new RuleViolation('escalation.status-cannot-follow', { from: status, to });
    return { dossier: { id: found.id, reference, status, version }, to: step };
  }
}
