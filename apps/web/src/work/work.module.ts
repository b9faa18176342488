import { Module } from '@nestjs/common';
import { ChannelTasks } from '../provider/channel-tasks.js';
import { Today } from '../provider/today.js';
import { TeamController } from './team.controller.js';
import { WorkController } from './work.controller.js';
import { WorkPage } from './work.page.js';

/** The start page. */
@Module({ controllers: [WorkController, TeamController], providers: [ChannelTasks, Today, WorkPage] })
export class WorkModule {}
