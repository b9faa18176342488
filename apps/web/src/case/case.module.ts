import { Module } from '@nestjs/common';
import { AssignCaseController } from './assign-case.controller.js';
import { BatchController } from './batch.controller.js';
import { BatchPage } from './batch.page.js';
import { CaseAccessController } from './case-access.controller.js';
import { CaseAccessPage } from './case-access.page.js';
import { CaseFrame } from './case-frame.js';
import { CaseOutlineController } from './case-outline.controller.js';
import { CaseTabsController } from './case-tabs.controller.js';
import { CaseTimeline } from './case-timeline.js';
import { CaseController } from './case.controller.js';
import { CaseOverviewPage } from './case-overview.page.js';
import { CasePage } from './case.page.js';
import { CasesController } from './cases.controller.js';
import { CasesPage } from './cases.page.js';
import { DescribeCaseController } from './describe-case.controller.js';
import { SealedCaseController } from './sealed-case.controller.js';
import { TellController } from './tell.controller.js';
import { TellPage } from './tell.page.js';
import { TellText } from './tell-text.js';
import { Todays } from './todays.js';
import { TogetherController } from './together.controller.js';
import { TogetherPage } from './together.page.js';
import { ViewsController } from './views.controller.js';
import { ViewsPage } from './views.page.js';

/** Cases, and who may see them. */
@Module({
  controllers: [
    CasesController,
    ViewsController,
    TogetherController,
    BatchController,
    CaseController,
    CaseTabsController,
    AssignCaseController,
    DescribeCaseController,
    CaseAccessController,
    SealedCaseController,
    CaseOutlineController,
    TellController,
  ],
  providers: [
    CaseAccessPage,
    BatchPage,
    CaseFrame,
    CaseOverviewPage,
    CasePage,
    CasesPage,
    CaseTimeline,
    TellPage,
    TellText,
    Todays,
    TogetherPage,
    ViewsPage,
  ],
  exports: [Todays],
})
export class CaseModule {}
