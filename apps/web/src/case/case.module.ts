import { Module } from '@nestjs/common';
import { CaseController } from './case.controller.js';
import { CasesController } from './cases.controller.js';

/** Cases. */
@Module({ controllers: [CasesController, CaseController] })
export class CaseModule {}
