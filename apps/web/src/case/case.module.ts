import { Module } from '@nestjs/common';
import { AssignCaseController } from './assign-case.controller.js';
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

/** Cases, and who may see them. */
@Module({
  controllers: [
    CasesController,
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
    CaseFrame,
    CaseOverviewPage,
    CasePage,
    CasesPage,
    CaseTimeline,
    TellPage,
    TellText,
    Todays,
  ],
  exports: [Todays],
})
export class CaseModule {}
