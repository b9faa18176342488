import { Module } from '@nestjs/common';
import { AnswerController } from './answer.controller.js';
import { InboxController } from './inbox.controller.js';
import { MessageTurns } from './message-turns.js';
import { MessageController } from './message.controller.js';
import { MessagePage } from './message.page.js';
import { SortMessageController } from './sort-message.controller.js';

/** Mail that came in: the list, one message, and what a person makes of it. */
@Module({
  controllers: [InboxController, MessageController, AnswerController, SortMessageController],
  providers: [MessagePage, MessageTurns],
})
export class CorrespondenceModule {}
