import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedIn } from '#application/access/sessions.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { ExportDossier } from '#application/escalation/export-dossier.js';
import { Register } from '#application/provider/register.js';
import type { Escalation } from '#domain/escalation/escalation.js';
import { DOSSIER_VERSIONS } from '#domain/report/dossier-facts.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { reachOf } from '#domain/access/reach.js';
import { holds } from '#domain/access/right.js';
import { actor, CurrentUser } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { FILE_POLICY } from '../frame/file.js';
import { blank } from '../frame/form-state.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';
import { takeForm } from '../frame/take-form.js';
import { abouts, nameOf, noonOf } from './abouts.js';
import { VersionForm } from './dossier.form.js';

/** One complaint, and its file for the regulator. */
@Controller('dossiers/:id')
@May('dossier.read')
export class DossierFileController {
  constructor(
    private readonly escalations: EscalationList,
    private readonly exportDossier: ExportDossier,
    private readonly register: Register,
  ) {}

  @Get()
  @Page('dossiers/show')
  async show(@Param('id') id: string, @CurrentUser() { role }: SignedIn): Promise<object> {
    const { reference, scope, status, openedAt, next } = await this.found(id);
    const about = nameOf(await abouts(this.register), scope.about);
    const period = { from: noonOf(scope.from), to: noonOf(scope.to) };
    const dossier = { id, reference, status, openedAt, about, ...period };
    return {
      dossier,
      mayWork: holds(role, 'dossier.make'),
      next,
      versions: DOSSIER_VERSIONS,
      form: blank({ version: 'confidential' }),
    };
  }

  @Post('file')
  @HttpCode(200)
  @May('dossier.make')
  async file(
    @Param('id') id: string,
    @Req() request: DeskRequest,
    @Res() response: Response,
    @CurrentUser() person: SignedIn,
  ): Promise<void> {
    const { form, faults } = await takeForm(VersionForm, request.body);
    if (faults.length > 0) throw new RuleViolation('escalation.version-unknown');
    const escalation = await this.found(id);
    const out = join(tmpdir(), `seinpost-dossier-${randomUUID()}.zip`);
    try {
      const version = form.version ?? 'confidential';
      const { reference } = await this.exportDossier.run({
        escalation,
        version,
        out,
        by: actor(person),
        reach: reachOf(person),
      });
      response.setHeader('Content-Security-Policy', FILE_POLICY);
      await new Promise<void>((done, fail) => {
        response.download(out, `${reference}-${version}.zip`, (fault) => (fault ? fail(fault) : done()));
      });
    } finally {
      await rm(out, { force: true });
    }
  }

  private async found(id: string): Promise<Escalation> {
    const escalation = await this.escalations.find(id);
    if (!escalation) throw new RuleViolation('escalation.not-found', { id });
    return escalation;
  }
}
