import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#application/access/sessions.js';
import { Clock } from '#application/clock.js';
import { DescribeNotice } from '#application/notice/describe-notice.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { writtenOf } from '#application/notice/written-notice.js';
import type { Actor } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import type { WizardForm, WizardPage, WizardTurn } from './wizard-page.js';
import { WizardPages } from './wizard-pages.js';

type Typed = Readonly<Record<string, unknown>>;

/** What every screen of the wizard needs: the notice, the page asked for, and the way its answers are kept. */
@Injectable()
export class WizardDesk {
  constructor(
    readonly pages: WizardPages,
    private readonly file: NoticeFile,
    private readonly describeNotice: DescribeNotice,
    private readonly clock: Clock,
  ) {}

  async turn(id: string, person: SignedIn): Promise<WizardTurn> {
    return { notice: (await this.file.whole(id)).notice, person, at: this.clock.now() };
  }

  /** A page with what it shows; `standing` is what the notice says now, shown where another wrote meanwhile. */
  async page(slug: string, turn: WizardTurn, typed?: Typed): Promise<{ page: WizardPage; model: object }> {
    const page = this.pages.one(slug);
    const standing = { ...page.values(turn.notice), version: String(turn.notice.version) };
    const frame = { notice: headOf(turn.notice), slug, place: this.pages.place(slug), standing };
    return { page, model: { ...frame, ...(await page.model({ ...turn, ...(typed ? { typed } : {}) })) } };
  }

  /** Refuses with `version.outdated` what was written over a version the person did not see. */
  async keep(slug: string, form: WizardForm, turn: WizardTurn, by: Actor): Promise<Notice> {
    const written = await this.pages.one(slug).fill(writtenOf(turn.notice), form, turn);
    return this.describeNotice.run({ id: turn.notice.id, expected: Number(form.version), by }, written);
  }
}

/** What the frame of every page of a notice says of it. */
export const headOf = ({ id, reference, caseId, status, version }: Notice) => ({
  id,
  reference,
  caseId,
  status,
  version,
});
