import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { IMAGERIES, UNANSWERED, type Imagery } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { WizardPage, type TaskState } from './wizard-page.js';

export class ImageryForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;

  @IsIn([...IMAGERIES], { message: 'wizard.imagery-needed' })
  imagery!: Imagery;
}

/** What can be seen, asked before any ground: a sexual image of somebody who may be a child goes another way. */
@Injectable()
export class ImageryPage extends WizardPage<ImageryForm> {
  readonly slug = 'imagery';
  readonly form = ImageryForm;

  state({ content }: Notice): TaskState {
    return content.answers.imagery === undefined ? 'todo' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    return { imagery: content.answers.imagery ?? '' };
  }

  fill(written: WrittenNotice, { imagery }: ImageryForm): WrittenNotice {
    return { ...written, answers: { ...(written.answers ?? UNANSWERED), imagery } };
  }

  override model(): object {
    return { imageries: IMAGERIES };
  }
}
