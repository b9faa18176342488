import { Module } from '@nestjs/common';
import { CaseAccessController } from './case-access.controller.js';
import { CaseAccessPage } from './case-access.page.js';
import { CaseOutlineController } from './case-outline.controller.js';
import { CaseTimeline } from './case-timeline.js';
import { CaseController } from './case.controller.js';
import { CasePage } from './case.page.js';
import { CasesController } from './cases.controller.js';
import { CasesPage } from './cases.page.js';
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
    CaseAccessController,
    SealedCaseController,
    CaseOutlineController,
    TellController,
  ],
  providers: [CaseAccessPage, CasePage, CasesPage, CaseTimeline, TellPage, TellText, Todays],
  exports: [Todays],
})
export class CaseModule {}
