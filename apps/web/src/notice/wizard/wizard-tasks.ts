import { Injectable } from '@nestjs/common';
import { NoticeBlockers } from '#application/notice/notice-blockers.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import type { Blocker } from '#domain/notice/blockers.js';
import { mending, pageOf } from './blocker-pages.js';
import { headOf } from './wizard-desk.js';
import { WizardPages } from './wizard-pages.js';

/** The task list of a notice: where each part stands, and what is missing, with the page that mends it. */
@Injectable()
export class WizardTasks {
  constructor(
    private readonly pages: WizardPages,
    private readonly file: NoticeFile,
    private readonly blockers: NoticeBlockers,
  ) {}

  async of(id: string): Promise<object> {
    const { notice } = await this.file.whole(id);
    const blockers = await this.blockers.of(notice);
    const tasks = this.pages.tasks(notice, blockers);
    const place = (blocker: Blocker) => tasks.findIndex(({ slug }) => slug === pageOf(blocker));
    const inOrder = [...blockers].sort((one, other) => place(one) - place(other));
    return { notice: headOf(notice), tasks, missing: inOrder.map((blocker) => mending(notice, blocker)) };
  }
}
