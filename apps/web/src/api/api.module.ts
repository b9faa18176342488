import { Module } from '@nestjs/common';
import { GroundModule } from '../ground/ground.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { ApiDocument } from './api-document.js';
import { AuditApi } from './audit.api.controller.js';
import { CasesApi } from './cases.api.controller.js';
import { DocumentApi } from './document.controller.js';
import { FiguresApi } from './figures.api.controller.js';
import { MeApi } from './me.api.controller.js';
import { MessagesApi } from './messages.api.controller.js';
import { NoticeWriting } from './notice-writing.js';
import { CaseNoticesApi, NoticesApi } from './notices.api.controller.js';
import { NoticeDocumentApi } from './notice-document.api.controller.js';
import { PlatformsApi } from './platforms.api.controller.js';

/** The JSON API; the same policy as the pages, by token. */
@Module({
  imports: [StatisticsModule, GroundModule],
  controllers: [
    DocumentApi,
    MeApi,
    CasesApi,
    CaseNoticesApi,
    NoticesApi,
    NoticeDocumentApi,
    MessagesApi,
    FiguresApi,
    PlatformsApi,
    AuditApi,
  ],
  providers: [ApiDocument, NoticeWriting],
})
export class ApiModule {}
