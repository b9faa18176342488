import type { EntityManager } from 'typeorm';
import type { Letters } from '#application/books.js';
import type { Letter } from '#domain/correspondence/letter.js';

const COLUMNS = `digest, notice_id as "noticeId", purpose, format, notice_version as "noticeVersion", bytes,
  message_id as "messageId", reply_token as "replyToken", sender, recipient, subject, text, claims,
  rendered_at as "renderedAt"`;

/** Rendered letters in PostgreSQL; the table refuses change. */
export class PgLetters implements Letters {
  constructor(private readonly tx: EntityManager) {}

  async add(letter: Letter): Promise<void> {
    await this.tx.query(
      `insert into letters (digest, notice_id, purpose, format, notice_version, bytes, message_id, reply_token, sender,
                            recipient, subject, text, claims, rendered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        letter.digest,
        letter.noticeId,
        letter.purpose,
        letter.format,
        letter.noticeVersion,
        Buffer.from(letter.bytes),
        letter.messageId,
        letter.replyToken,
        letter.sender,
        letter.recipient,
        letter.subject,
        letter.text,
        letter.claims,
        letter.renderedAt,
      ],
    );
  }

  async find(digest: string): Promise<Letter | null> {
    const rows: Letter[] = await this.tx.query(`select ${COLUMNS} from letters where digest = $1`, [digest]);
    return rows[0] ?? null;
  }
}
