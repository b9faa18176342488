import { Module } from '@nestjs/common';
import { FollowUpController } from './follow-up.controller.js';

/** Figures. */
@Module({ controllers: [FollowUpController] })
export class StatisticsModule {}
