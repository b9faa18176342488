import { Injectable } from '@nestjs/common';
import { MOST_ATTACHMENTS, type AttachTerms } from '#domain/evidence/attachment.js';
import type { Notice } from '#domain/notice/notice.js';
import { CaseList } from '../case/case-list.js';
import { NoticeFile } from '../notice/notice-file.js';
import { Register } from '../provider/register.js';
import { EvidenceStore } from './evidence-store.js';

/** On what terms files are kept beside a notice, and where; asked anew each time, because grounds and answers change. */
@Injectable()
export class EvidenceKeeping {
  constructor(
    readonly store: EvidenceStore,
    private readonly file: NoticeFile,
    private readonly register: Register,
    private readonly cases: CaseList,
  ) {}

  /** With them, for how many files there is room. */
  async terms(noticeId: string): Promise<AttachTerms & { readonly room: number }> {
    const { notice, attachments } = await this.file.whole(noticeId);
    return { ...(await this.termsOf(notice)), room: MOST_ATTACHMENTS - attachments.length };
  }

  async termsOf({ content, caseId }: Notice): Promise<AttachTerms> {
    const codes = content.grounds.map(({ code }) => code);
    const grounds = (await this.register.grounds()).filter(({ code }) => codes.includes(code));
    const age = caseId === null ? 'unknown' : (await this.cases.one(caseId)).content.ageBand;
    return { content, policies: grounds.map(({ capturePolicy }) => capturePolicy), age };
  }
}
