import { Injectable } from '@nestjs/common';
import { Equals, Matches } from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { endangersLife, isStopped, UNANSWERED } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

export class HelpForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  /** The button itself; nothing that a browser sends by itself carries it. */
  @Equals('yes', { message: 'wizard.heeded-needed' })
  heeded!: string;
}

/** Where the wizard stops while somebody is in danger: whom to call, before anything is written (Art. 18 DSA). */
@Injectable()
export class HelpPage extends WizardPage<HelpForm> {
  readonly slug = 'help';
  readonly form = HelpForm;
  override readonly aside = true;

  state({ content }: Notice): TaskState {
    return isStopped(content.answers) ? 'lacking' : 'done';
  }

  values(): Record<string, string> {
    return {};
  }

  fill(written: WrittenNotice, _form: HelpForm, { person, at }: WizardTurn): WrittenNotice {
    const answers = written.answers ?? UNANSWERED;
    return { ...written, answers: { ...answers, heeded: { by: person.userId, at: at.toISOString() } } };
  }

  override onward({ id }: Notice): string {
    return `/notices/${id}/write/content`;
  }

  override model({ notice }: WizardTurn): object {
    const { answers } = notice.content;
    return { danger: answers.danger ?? 'none', endangers: endangersLife(answers), seenTo: !isStopped(answers) };
  }
}
