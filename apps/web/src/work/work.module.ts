import { Module } from '@nestjs/common';
import { WorkController } from './work.controller.js';

/** The start page. */
@Module({ controllers: [WorkController] })
export class WorkModule {}
