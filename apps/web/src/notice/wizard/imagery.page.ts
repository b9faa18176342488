import { Injectable } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { CaseList } from '#application/case/case-list.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { contradictsAge } from '#domain/notice/minor-in-case.js';
import { IMAGERIES, UNANSWERED, type Imagery } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

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
  override readonly fields = { 'notice.minor-in-case': 'imagery' };

  constructor(private readonly cases: CaseList) {
    super();
  }

  state({ content }: Notice): TaskState {
    return content.answers.imagery === undefined ? 'todo' : 'done';
  }

  values({ content }: Notice): Record<string, string> {
    return { imagery: content.answers.imagery ?? '' };
  }

  /** Refuses `notice.minor-in-case` for a sexual image of an adult where the case says the person affected is none. */
  async fill(written: WrittenNotice, { imagery }: ImageryForm, { notice }: WizardTurn): Promise<WrittenNotice> {
    const file = notice.caseId === null ? null : await this.cases.one(notice.caseId);
    if (file && contradictsAge({ imagery }, file.content.ageBand)) {
      throw new RuleViolation('notice.minor-in-case');
    }
    return { ...written, answers: { ...(written.answers ?? UNANSWERED), imagery } };
  }

  override model(): object {
    return { imageries: IMAGERIES };
  }
}
