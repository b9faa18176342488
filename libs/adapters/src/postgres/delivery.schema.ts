import { EntitySchema } from 'typeorm';
import { Delivery } from '#domain/correspondence/delivery.js';

export const DeliverySchema = new EntitySchema<any>({
  name: 'Delivery',
  target: Delivery,
  tableName: 'deliveries',
  columns: {
    id: { type: 'uuid', primary: true },
    noticeId: { name: 'notice_id', type: 'uuid' },
    purpose: { type: 'text' },
    format: { type: 'text' },
    letterDigest: { name: 'letter_digest', type: 'text' },
    messageId: { name: 'message_id', type: 'text' },
    replyToken: { name: 'reply_token', type: 'text' },
    sender: { type: 'text' },
    recipient: { type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    version: { type: 'int' },
    _state: { name: 'state', type: 'text' },
    _stage: { name: 'stage', type: 'text' },
    _attempts: { name: 'attempts', type: 'int' },
    _fence: { name: 'fence', type: 'int' },
    _leasedUntil: { name: 'leased_until', type: 'timestamptz', nullable: true },
    _nextTryAt: { name: 'next_try_at', type: 'timestamptz', nullable: true },
    _serverAnswer: { name: 'server_answer', type: 'text' },
    _theirReference: { name: 'their_reference', type: 'text' },
    _inHands: { name: 'in_hands', type: 'jsonb', nullable: true },
    _receipt: { type: 'jsonb', name: 'receipt', nullable: true },
    _finishedAt: { name: 'finished_at', type: 'timestamptz', nullable: true },
  },
});
