import { EntitySchema } from 'typeorm';
import { Message } from '#domain/correspondence/message.js';

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair; hostile mail has both, and its raw bytes keep them. */
const storable = {
  from: (value: unknown) => value,
  to: (value: unknown): unknown =>
    value === null
      ? null
      : JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? clean(part) : part)),
};

const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '');

export const MessageSchema = new EntitySchema<any>({
  name: 'Message',
  target: Message,
  tableName: 'messages',
  columns: {
    id: { type: 'uuid', primary: true },
    digest: { type: 'text' },
    size: { type: 'bigint', transformer: { from: Number, to: (size: number) => size } },
    source: { type: 'text' },
    receivedAt: { name: 'received_at', type: 'timestamptz' },
    receivedSource: { name: 'received_source', type: 'text' },
    version: { type: 'int' },
    _state: { name: 'state', type: 'text' },
    _summary: { name: 'summary', type: 'jsonb', nullable: true, transformer: storable },
    _match: { name: 'match', type: 'jsonb', nullable: true, transformer: storable },
    _reading: { name: 'reading', type: 'jsonb', nullable: true, transformer: storable },
    _trouble: { name: 'trouble', type: 'text', nullable: true },
    _noticeId: { name: 'notice_id', type: 'uuid', nullable: true },
    _handledAt: { name: 'handled_at', type: 'timestamptz', nullable: true },
    _handledAs: { name: 'handled_as', type: 'text', nullable: true },
  },
});
