import { Injectable } from '@nestjs/common';
import { Equals, IsOptional, Matches } from 'class-validator';
import { Colleagues, type Colleague } from '#application/access/colleagues.js';
import { HelpLines } from '#application/case/help-lines.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { linesFor, type HelpKind } from '#domain/case/help-line.js';
import { endangersLife, isStopped, UNANSWERED, type Danger } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { helpLineViews } from '../../case/help-line.view.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

export class HelpForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  /** The button itself; nothing that a browser sends by itself carries it. */
  @Equals('yes', { message: 'wizard.heeded-needed' })
  heeded!: string;

  /** The supervisor who was told; nobody yet where it is left empty. */
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/, { message: 'form.unknown-field' })
  told?: string;
}

/** Whom to call, most pressing first. */
const IN_DANGER: Readonly<Record<Danger, readonly HelpKind[]>> = {
  none: ['emergency', 'suicide', 'police'],
  'threat-to-life': ['emergency', 'police', 'suicide'],
  suicidal: ['emergency', 'suicide', 'police'],
};

/** Where the wizard stops while somebody is in danger: whom to call, before anything is written (Art. 18 DSA). */
@Injectable()
export class HelpPage extends WizardPage<HelpForm> {
  readonly slug = 'help';
  readonly form = HelpForm;
  override readonly aside = true;
  override readonly fields = { 'notice.nobody-to-tell': 'told' };

  constructor(
    private readonly colleagues: Colleagues,
    private readonly lines: HelpLines,
  ) {
    super();
  }

  state({ content }: Notice): TaskState {
    return isStopped(content.answers) ? 'lacking' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    return { told: content.answers.heeded?.told ?? '' };
  }

  /** Refuses `notice.nobody-to-tell` for somebody who does not supervise the line. */
  async fill(written: WrittenNotice, { told }: HelpForm, { notice, person, at }: WizardTurn): Promise<WrittenNotice> {
    const answers = written.answers ?? UNANSWERED;
    if (told !== undefined && !(await this.supervisors(notice)).some(({ id }) => id === told)) {
      throw new RuleViolation('notice.nobody-to-tell');
    }
    const word = { by: person.userId, at: at.toISOString() };
    return { ...written, answers: { ...answers, heeded: { ...word, ...(told === undefined ? {} : { told }) } } };
  }

  override onward({ id }: Notice): string {
    return `/notices/${id}/write/content`;
  }

  override async model({ notice, person }: WizardTurn): Promise<object> {
    const { answers } = notice.content;
    const supervisors = await this.supervisors(notice);
    return {
      ...{ danger: answers.danger ?? 'none', endangers: endangersLife(answers), seenTo: !isStopped(answers) },
      supervisors: supervisors.map(({ id, name }) => ({ value: id, text: name })),
      lines: helpLineViews(linesFor(IN_DANGER[answers.danger ?? 'none'], await this.lines.all()), person.language),
    };
  }

  private supervisors({ line }: Notice): Promise<readonly Colleague[]> {
    return this.colleagues.ofLine(line, ['supervisor']);
  }
}
