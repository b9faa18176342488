import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module.js';
import { ChannelTasks } from '../provider/channel-tasks.js';
import { Today } from '../provider/today.js';
import { TeamController } from './team.controller.js';
import { WorkController } from './work.controller.js';
import { WorkPage } from './work.page.js';

/** The start page. */
@Module({
  imports: [CaseModule],
  controllers: [WorkController, TeamController],
  providers: [ChannelTasks, Today, WorkPage],
})
export class WorkModule {}
