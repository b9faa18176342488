import { Module } from '@nestjs/common';
import { WorkController } from './work.controller.js';
import { WorkPage } from './work.page.js';

/** The start page. */
@Module({ controllers: [WorkController], providers: [WorkPage] })
export class WorkModule {}
