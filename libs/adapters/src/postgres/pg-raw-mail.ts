import type { EntityManager } from 'typeorm';
import type { Happened, RawMail } from '#application/books.js';
import { Message } from '#domain/correspondence/message.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Mail byte for byte in PostgreSQL, in the same transaction as the row that stands for it. */
export class PgRawMail implements RawMail {
  constructor(
    private readonly tx: EntityManager,
    private readonly happened: (events: Happened) => void,
  ) {}

  async keep(message: Message, bytes: Uint8Array): Promise<boolean> {
    const kept: unknown[] = await this.tx.query(
      'insert into message_bytes (digest, bytes) values ($1, $2) on conflict (digest) do nothing returning digest',
      [message.digest, Buffer.from(bytes)],
    );
    if (kept.length === 0) return false;
    await this.tx.insert(Message, message as never);
    this.happened({ kind: 'message-kept', subject: 'message', subjectId: message.id, facts: { source: message.source } });
    return true;
  }

  async bytes(digest: string): Promise<Uint8Array> {
    const rows: { bytes: Buffer }[] = await this.tx.query('select bytes from message_bytes where digest = $1', [digest]);
    if (!rows[0]) throw new RuleViolation('message.not-found', { digest });
    return rows[0].bytes;
  }
}
