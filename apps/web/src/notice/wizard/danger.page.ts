import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { DANGERS, isStopped, UNANSWERED, withDanger, type Danger } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { WizardPage, type TaskState } from './wizard-page.js';

export class DangerForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsIn([...DANGERS], { message: 'wizard.danger-needed' })
  danger!: Danger;
}

/** Danger first: whoever's life is at stake needs 112 or 113 before any platform does (Art. 18 DSA). */
@Injectable()
export class DangerPage extends WizardPage<DangerForm> {
  readonly slug = 'danger';
  readonly form = DangerForm;

  state({ content }: Notice): TaskState {
    return content.answers.danger === null ? 'todo' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    return { danger: content.answers.danger ?? '' };
  }

  fill(written: WrittenNotice, { danger }: DangerForm): WrittenNotice {
    return { ...written, answers: withDanger(written.answers ?? UNANSWERED, danger) };
  }

  override onward({ id, content }: Notice): string | null {
    return isStopped(content.answers) ? `/notices/${id}/write/help` : null;
  }

  override model(): object {
    return { dangers: DANGERS };
  }
}
