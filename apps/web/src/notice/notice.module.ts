import { Module } from '@nestjs/common';
import { CheckNoticeController } from './check-notice.controller.js';
import { CheckPage } from './check.page.js';
import { CloseNoticeController } from './close-notice.controller.js';
import { EvidenceController } from './evidence.controller.js';
import { NoticeChoices } from './notice-choices.js';
import { NoticeController } from './notice.controller.js';
import { NoticePage } from './notice.page.js';
import { WithdrawNoticeController } from './withdraw-notice.controller.js';
import { EditNoticeController, NewNoticeController } from './write-notice.controller.js';

/** Notices: writing, checking, sending, following. */
@Module({
  controllers: [
    NewNoticeController,
    EditNoticeController,
    CheckNoticeController,
    WithdrawNoticeController,
    CloseNoticeController,
    NoticeController,
    EvidenceController,
  ],
  providers: [NoticeChoices, NoticePage, CheckPage],
  exports: [NoticePage],
})
export class NoticeModule {}
