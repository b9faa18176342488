import { Injectable } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Users } from '#application/access/users.js';
import { enclosableFiles } from '#application/evidence/enclosable-files.js';
import { EvidenceKeeping } from '#application/evidence/evidence-keeping.js';
import { NoticeFile, type WholeNotice } from '#application/notice/notice-file.js';
import type { WrittenNotice } from '#application/notice/written-notice.js';
import { ATTACHMENT_TYPES, LARGEST_ATTACHMENT, MOST_AT_ONCE, whyNotAttachable } from '#domain/evidence/attachment.js';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import type { Notice } from '#domain/notice/notice.js';
import { evidenceView } from '../evidence.view.js';
import { WizardPage, type TaskState, type WizardTurn } from './wizard-page.js';

export class EvidenceForm {
  @Matches(/^\d{1,9}$/, { message: 'form.unknown-field' })
  version!: string;
}

/** The evidence: what was captured, files of our own, and what of it goes along. Nothing goes along unless somebody says so. */
@Injectable()
export class EvidencePage extends WizardPage<EvidenceForm> {
  readonly slug = 'evidence';
  readonly form = EvidenceForm;

  constructor(
    private readonly file: NoticeFile,
    private readonly keeping: EvidenceKeeping,
    private readonly users: Users,
  ) {
    super();
  }

  state({ content }: Notice): TaskState {
    return content.answers.enclosed === undefined ? 'todo' : 'done';
  }

  values(): Record<string, string> {
    return {};
  }

  /** Going on says that somebody looked, also where nothing goes along. */
  fill(written: WrittenNotice): WrittenNotice {
    const answers = written.answers ?? UNANSWERED;
    return { ...written, answers: { ...answers, enclosed: answers.enclosed ?? [] } };
  }

  override async model({ notice }: WizardTurn): Promise<object> {
    const whole = await this.file.whole(notice.id);
    const why = whyNotAttachable(await this.keeping.termsOf(whole.notice));
    return {
      ...evidenceView(whole, enclosableFiles(whole), await this.names(whole)),
      why,
      accept: ATTACHMENT_TYPES.join(','),
      most: MOST_AT_ONCE,
      megabytes: LARGEST_ATTACHMENT['image/png'] / 1_000_000,
      videoMegabytes: LARGEST_ATTACHMENT['video/mp4'] / 1_000_000,
    };
  }

  /** Who added files and who let them go along, by their ids. */
  private async names({ notice, attachments }: WholeNotice): Promise<ReadonlyMap<string, string>> {
    const ids = new Set([...attachments, ...(notice.content.answers.enclosed ?? [])].map(({ by }) => by));
    return new Map(
      await Promise.all([...ids].map(async (id) => [id, (await this.users.byId(id))?.name ?? ''] as const)),
    );
  }
}
