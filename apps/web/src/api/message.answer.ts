import { ApiProperty } from '@nestjs/swagger';
import type { MessageRow } from '#application/correspondence/inbox.js';
import { MESSAGE_STATES } from '#domain/correspondence/message.js';
import { MEANINGS } from '#domain/correspondence/reading.js';
import { Paged } from './paged.js';

/** A mail that came in, with what the machine makes of it; what it means is for a person to say. */
export class MessageInList {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ description: 'As the mail says it; anybody can write anything there' })
  from!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ enum: MESSAGE_STATES })
  state!: string;

  @ApiProperty({ enum: MEANINGS, nullable: true, type: String, description: 'A suggestion' })
  meaning!: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'A decision code or `mixed`, as suggested' })
  outcome!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  noticeId!: string | null;

  @ApiProperty({ nullable: true, type: String, description: 'What a person did with it; null while nobody has' })
  handledAs!: string | null;
}

export class MessagesAnswer extends Paged {
  @ApiProperty({ type: [MessageInList] })
  items!: MessageInList[];
}

export const messageInList = (row: MessageRow): MessageInList => {
  const { id, receivedAt, from, subject, state, meaning, outcome, noticeId, handledAs } = row;
  return { id, receivedAt: receivedAt.toISOString(), from, subject, state, meaning, outcome, noticeId, handledAs };
};
