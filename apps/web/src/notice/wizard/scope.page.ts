import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { Installation } from '#application/access/installation.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { Register } from '#application/provider/register.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import {
  AREAS,
  LAWFULNESSES,
  scopeOutcome,
  SERVICES,
  VISIBILITIES,
  whyNotReportable,
  type Area,
  type Lawfulness,
  type ServiceKind,
  type Visibility,
} from '#domain/notice/scope.js';
import type { Platform } from '#domain/provider/platform.js';
import { knownService, type KnownService } from '#domain/provider/service-kind.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

export class ScopeForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsIn([...VISIBILITIES], { message: 'wizard.visibility-needed' })
  visibility!: Visibility;

  @IsIn([...SERVICES], { message: 'wizard.service-needed' })
  service!: ServiceKind;

  @IsIn([...AREAS], { message: 'wizard.area-needed' })
  area!: Area;

  @IsIn([...LAWFULNESSES], { message: 'wizard.lawfulness-needed' })
  lawfulness!: Lawfulness;
}

/** Whether and under which rules this can be reported (recital 14, Art. 16, 19 and 22 DSA). */
@Injectable()
export class ScopePage extends WizardPage<ScopeForm> {
  readonly slug = 'scope';
  readonly form = ScopeForm;

  constructor(
    private readonly register: Register,
    private readonly installation: Installation,
  ) {
    super();
  }

  state({ content }: Notice): TaskState {
    const { scope } = content.answers;
    if (scope === null) return 'todo';
    return whyNotReportable(scope) === null ? 'done' : 'lacking';
  }

  values({ content }: Notice): Record<string, string> {
    return { visibility: '', service: '', area: '', lawfulness: '', ...content.answers.scope };
  }

  fill(written: WrittenNotice, { visibility, service, area, lawfulness }: ScopeForm): WrittenNotice {
    const scope = { visibility, service, area, lawfulness };
    return { ...written, answers: { ...(written.answers ?? UNANSWERED), scope } };
  }

  override onward({ id, content }: Notice): string | null {
    return whyNotReportable(content.answers.scope) === null ? null : `/notices/${id}/not-reportable`;
  }

  override async proposals({ notice }: WizardTurn): Promise<Record<string, string>> {
    const known = await this.known(notice);
    return known.kind === 'known' ? { service: known.service } : {};
  }

  override async model({ notice }: WizardTurn): Promise<object> {
    const { scope } = notice.content.answers;
    const outcome = scope && scopeOutcome(scope);
    const { designation } = await this.installation.organisation();
    const known = await this.known(notice);
    return {
      ...{ visibilities: VISIBILITIES, services: SERVICES, areas: AREAS, lawfulnesses: LAWFULNESSES, designation },
      known: { ...known, platform: (await this.platform(notice))?.name ?? '' },
      outcome: outcome && { kind: outcome.kind, because: 'because' in outcome ? outcome.because : null },
    };
  }

  private async known(notice: Notice): Promise<KnownService> {
    const platform = await this.platform(notice);
    const providers = platform ? await this.register.providers() : [];
    return knownService(
      platform,
      providers.find(({ code }) => code === platform?.providerCode),
    );
  }

  private async platform({ content }: Notice): Promise<Platform | undefined> {
    return (await this.register.platforms()).find(({ code }) => code === content.platformCode);
  }
}
