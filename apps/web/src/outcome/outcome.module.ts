import { Module } from '@nestjs/common';
import { RecordOutcomeController } from './record-outcome.controller.js';
import { RecordOutcomePage } from './record-outcome.page.js';

/** Outcomes without a mail. */
@Module({ controllers: [RecordOutcomeController], providers: [RecordOutcomePage] })
export class OutcomeModule {}
