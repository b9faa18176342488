import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DescribeOrganisation } from '#application/access/describe-organisation.js';
import { Installation } from '#application/access/installation.js';
import { Register } from '#application/provider/register.js';
import { LINES } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { actor } from '../frame/current-user.decorator.js';
import type { DeskRequest } from '../frame/desk-request.js';
import { blank } from '../frame/form-state.js';
import { Forms } from '../frame/forms.js';
import { FIELDS, type SettingsPart } from './settings-parts.js';

type Parts = Readonly<Record<string, SettingsPart>>;

/** Shows and takes one part of the settings; one that another changed meanwhile shows both, theirs and what was typed. */
@Injectable()
export class SettingsPage {
  constructor(
    private readonly installation: Installation,
    private readonly describeOrganisation: DescribeOrganisation,
    private readonly register: Register,
    private readonly forms: Forms,
  ) {}

  async model(parts: Parts, name: string): Promise<object> {
    const part = partOf(parts, name);
    const { organisation } = await this.installation.settings();
    return { ...(await this.around(name, null)), form: blank(part.values(organisation)) };
  }

  take(request: DeskRequest, response: Response, parts: Parts, name: string): Promise<void> {
    const part = partOf(parts, name);
    return this.forms.take(request, response, {
      form: part.form,
      page: `settings/${name}`,
      model: () => this.around(name, versionIn(request.body)),
      fields: FIELDS,
      act: async (form) => {
        const which = { expected: Number(form.version), by: actor(request.person!) };
        await this.describeOrganisation.run(which, (was) => part.fill(was, form));
        return { to: '/settings', say: 'settings.kept' };
      },
    });
  }

  /** `seen` is the version that a form was filled in on; another one than now means that there are two. */
  private async around(name: string, seen: string | null): Promise<object> {
    const { organisation, version } = await this.installation.settings();
    const grounds =
      name === 'rules'
        ? (await this.register.grounds()).map(({ code, titleNl, titleEn }) => ({ code, titleNl, titleEn }))
        : [];
    const isOutdated = seen !== null && seen !== String(version);
    return { organisation, version, isOutdated, lines: LINES, rules: ['training', 'grounds', 'always'], grounds };
  }
}

function partOf(parts: Parts, name: string): SettingsPart {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw new RuleViolation('settings.not-found', { part: name });
  return part;
}

/** The version a form was filled in on, as it was sent. */
function versionIn(body: unknown): string {
  const { version } = (body ?? {}) as Record<string, unknown>;
  return typeof version === 'string' ? version : '';
}
