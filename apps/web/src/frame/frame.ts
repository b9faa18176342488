import { Injectable } from '@nestjs/common';
import { Assets } from '#adapters/templates/assets.js';
import { Sessions, type Remark, type SignedIn } from '#application/access/sessions.js';
import type { DeskLanguage, Theme } from '#domain/access/preference.js';
import { IDLE_MINUTES } from '#domain/access/session.js';
import type { Confidentiality } from '#domain/case/case-file.js';
import { csrfToken } from './csrf.js';
import { DeskFacts } from './desk-facts.js';
import type { DeskRequest } from './desk-request.js';
import { helpFor } from './help-for.js';
import type { RailPlace } from './rail.js';
import { Rails } from './rails.js';
import { shortcutsFor, type Shortcuts } from './shortcuts.js';

/** What stands around every page; templates find it under `@root.desk`. */
export interface DeskFrame {
  readonly language: DeskLanguage;
  readonly otherLanguage: DeskLanguage;
  readonly theme: Theme;
  readonly practice: boolean;
  readonly csrf: string;
  readonly path: string;
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  readonly person: SignedIn | null;
  readonly rail: readonly RailPlace[];
  readonly remark: Remark | null;
  /** What single keys do; null for who has them switched off, and where nobody is known. */
  readonly shortcuts: Shortcuts | null;
  /** Help about this page. */
  readonly help: string;
  /** After so long without a page the session ends. */
  readonly idleMinutes: number;
  /** Of what the page is about; null where that is no case that only some may see. */
  readonly confidentiality: Confidentiality | null;
}

/** Puts together what stands around a page for the person behind a request. */
@Injectable()
export class Frame {
  constructor(
    private readonly facts: DeskFacts,
    private readonly assets: Assets,
    private readonly rails: Rails,
    private readonly sessions: Sessions,
  ) {}

  async of(request: DeskRequest): Promise<DeskFrame> {
    const { person } = request;
    const rail = person ? await this.rails.of(person, request.path, request.originalUrl) : [];
    return {
      ...this.fixed(request),
      theme: person?.theme ?? 'auto',
      person: person ?? null,
      rail,
      shortcuts: person?.shortcuts ? shortcutsFor(person, rail) : null,
      remark: (person?.hasRemark && (await this.sessions.hear(person.sessionId))) || null,
    };
  }

  /**
   * The frame without anything that must be asked for, for a page that says that asking failed. It does not repeat the
   * address either, which may be a one-time link: another language leads to the front page.
   */
  bare(request: DeskRequest): DeskFrame {
    const theme = request.person?.theme ?? 'auto';
    return { ...this.fixed(request), path: '/', theme, person: null, rail: [], remark: null, shortcuts: null };
  }

  private fixed(request: DeskRequest) {
    const { confidentiality = 'normal' } = request;
    const language = request.language ?? 'nl';
    return {
      confidentiality: confidentiality === 'normal' ? null : confidentiality,
      language,
      otherLanguage: language === 'nl' ? ('en' as const) : ('nl' as const),
      practice: this.facts.practice,
      idleMinutes: IDLE_MINUTES,
      csrf: request.secret ? csrfToken(request) : '',
      path: request.path,
      help: helpFor(request.path),
      style: this.assets.style.address,
      script: this.assets.script.address,
      icon: this.assets.icon.address,
    };
  }
}
