import { Controller, Get, Param } from '@nestjs/common';
import { NoticeFile } from '#application/notice/notice-file.js';
import { FIRST_PERSON_PLATFORMS, wantsPersonConcerned } from '#domain/provider/first-person-report.js';
import { May } from '../frame/may.decorator.js';
import { Page } from '../frame/page.decorator.js';

/** What the help-seeker does where a platform listens to the person concerned only, and what we answer to that. */
@Controller('notices/:id/self-report')
@May('case.write', { notice: 'id' })
export class SelfReportController {
  constructor(private readonly file: NoticeFile) {}

  @Get()
  @Page('notices/self-report')
  async show(@Param('id') id: string): Promise<object> {
    const { notice } = await this.file.whole(id);
    const { platformCode, answers } = notice.content;
    return {
      notice: { id, reference: notice.reference, sentAt: notice.moments.sentAt },
      packs: wantsPersonConcerned(platformCode) ? [platformCode] : FIRST_PERSON_PLATFORMS,
      addresses: notice.items.map(({ url }) => url),
      ownReport: answers.ownReport?.result ?? null,
      ownReportOn: answers.ownReport?.on ?? null,
    };
  }
}
