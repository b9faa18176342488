import { Module } from '@nestjs/common';
import { AskedFigures } from './asked-figures.js';
import { FollowUpController } from './follow-up.controller.js';

/** Figures. */
@Module({ controllers: [FollowUpController], providers: [AskedFigures], exports: [AskedFigures] })
export class StatisticsModule {}
