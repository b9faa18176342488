import { Module } from '@nestjs/common';
import { AskedFigures } from './asked-figures.js';
import { FollowUpController } from './follow-up.controller.js';
import { DefectsController } from './defects.controller.js';
import { FormCaptureController } from './form-capture.controller.js';
import { NotReportableCountsController } from './not-reportable-counts.controller.js';

/** Figures. */
@Module({
  controllers: [NotReportableCountsController, DefectsController, FormCaptureController, FollowUpController],
  providers: [AskedFigures],
  exports: [AskedFigures],
})
export class StatisticsModule {}
