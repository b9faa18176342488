import { Module } from '@nestjs/common';
import { ExplanationController, ExplanationVersionController } from './explanation.controller.js';
import { ExplanationPage } from './explanation.page.js';
import { GroundShelf } from './ground-shelf.js';
import { GroundsController } from './grounds.controller.js';

/** Legal grounds and the words they are explained with. */
@Module({
  controllers: [GroundsController, ExplanationController, ExplanationVersionController],
  providers: [GroundShelf, ExplanationPage],
  exports: [GroundShelf],
})
export class GroundModule {}
