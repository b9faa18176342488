import type { EntityManager } from 'typeorm';
import type { Happened, RawMail } from '#application/books.js';
import { Message } from '#domain/correspondence/message.js';
import type { DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';

/** Mail byte for byte in PostgreSQL, in the same transaction as the row that stands for it. */
export class PgRawMail implements RawMail {
  constructor(
    private readonly tx: EntityManager,
    private readonly happened: (events: Happened) => void,
  ) {}

  async keep(mails: readonly KeptMail[]): Promise<ReadonlySet<string>> {
    const first = [...new Map([...mails].reverse().map((mail) => [mail.message.digest, mail])).values()].reverse();
    const kept: { digest: string }[] = await this.tx.query(
      `insert into message_bytes (digest, bytes) select * from unnest($1::text[], $2::bytea[])
       on conflict (digest) do nothing returning digest`,
      [first.map((mail) => mail.message.digest), first.map((mail) => Buffer.from(mail.bytes))],
    );
    const digests = new Set(kept.map((row) => row.digest));
    const messages = first.map((mail) => mail.message).filter((message) => digests.has(message.digest));
    if (messages.length > 0) await this.tx.insert(Message, messages);
    this.happened(messages.map(keptEvent));
    return new Set(messages.map((message) => message.id));
  }

  async bytes(digest: string): Promise<Uint8Array> {
    const rows: { bytes: Buffer }[] = await this.tx.query('select bytes from message_bytes where digest = $1', [
      digest,
    ]);
    if (!rows[0]) throw new RuleViolation('message.not-found', { digest });
    return rows[0].bytes;
  }
}

interface KeptMail {
  readonly message: Message;
  readonly bytes: Uint8Array;
}

const keptEvent = ({ id, source }: Message): DomainEvent => ({
  kind: 'message-kept',
  subject: 'message',
  subjectId: id,
  facts: { source },
});
