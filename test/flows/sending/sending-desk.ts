import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { referenceLists } from '#adapters/files/reference-lists.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { seedReference } from '#adapters/postgres/seed-reference.js';
import type { InstallationKind } from '#domain/access/organisation.js';
import type { Letter, LetterPurpose } from '#domain/correspondence/letter.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { system } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { A_REASON, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';

/** How a delivery and its notice stand in the database. */
export interface Standing {
  readonly state: string;
  readonly stage: string;
  readonly attempts: number;
  readonly fence: number;
  readonly server_answer: string;
  readonly next_try_at: Date | null;
  readonly notice: string;
}

/** A letter that waits to be sent. */
export interface Waiting {
  readonly deliveryId: string;
  readonly bytes: Buffer;
  readonly messageId: string;
  readonly sender: string;
  readonly recipient: string;
}

/** A desk on a database of its own, on which notices wait for the sender. */
export class SendingDesk {
  private constructor(
    readonly url: string,
    readonly db: DataSource,
    readonly books: PgBooks,
    private readonly jobs: JobQueue,
  ) {}

  static async open(url: string, kind: InstallationKind = 'practice'): Promise<SendingDesk> {
    const db = await openDataSource(url, 6);
    await seedReference(db, { ...referenceLists('practice'), kind });
    const jobs = await JobQueue.open(url, false);
    return new SendingDesk(url, db, new PgBooks(db, jobs, new PgInstallation(db)), jobs);
  }

  /** The n-th notice, submitted, with its delivery due now; `padding` bytes make the letter longer. */
  async wait(
    n: number,
    { padding = 0, purpose = 'notice' as LetterPurpose, but = {} as Partial<Letter> } = {},
  ): Promise<Waiting> {
    const file = CaseBuilder.aCase(n).build();
    const notice = NoticeBuilder.aNotice(n)[purpose === 'notice' ? 'submittedOn' : 'sentOn']().build();
    const bytes = Buffer.from(but.bytes ?? wordsOf(n, padding));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const letter = aLetter(notice, { purpose, ...but, bytes, digest });
    const delivery = Delivery.queue({ id: uuid(70_000 + n), letter, createdAt: new Date() }, new Date());
    await this.books.together(system('test'), async (books) => {
      await books.cases.add(file, undefined);
      await books.notices.add(notice, undefined);
      await books.letters.add(letter);
      await books.deliveries.add(delivery, delivery.announce(0));
    });
    const { messageId, sender, recipient } = letter;
    return { deliveryId: delivery.id, bytes, messageId, sender, recipient };
  }

  /** The caseworker withdraws the notice while its letter waits. */
  async withdraw(deliveryId: string): Promise<void> {
    await this.books.together(system('test'), async (books) => {
      const { noticeId } = await books.deliveries.get(deliveryId);
      await books.notices.change({ id: noticeId }, (notice) => notice.withdraw(new Date(), A_REASON));
    });
  }

  async standing(deliveryId: string): Promise<Standing> {
    const rows: Standing[] = await this.db.query(
      `select d.state, d.stage, d.attempts, d.fence, d.server_answer, d.next_try_at, n.status as notice
       from deliveries d join notices n on n.id = d.notice_id where d.id = $1`,
      [deliveryId],
    );
    return rows[0]!;
  }

  /** What happened to a delivery, in order. */
  async history(deliveryId: string): Promise<string[]> {
    const rows: { kind: string; facts: { stage?: string } }[] = await this.db.query(
      'select kind, facts from event_log where subject_id = $1 order by seq',
      [deliveryId],
    );
    return rows.map(({ kind, facts }) => facts.stage ?? kind);
  }

  /** Time passes on the database's clock alone: what waits is due, what is leased has run out. */
  async letTimePass(deliveryId: string): Promise<void> {
    await this.db.query(
      `update deliveries set next_try_at = case when next_try_at is null then null else now() end,
                             leased_until = case when leased_until is null then null else now() end where id = $1`,
      [deliveryId],
    );
  }

  async close(): Promise<void> {
    await this.jobs.close();
    await this.db.destroy();
  }
}

/** A letter with lines that begin with dots, which SMTP has to double and take away again. */
function wordsOf(n: number, padding: number): string {
  const lines = '.a line that begins with a dot\r\n'.repeat(Math.ceil(padding / 32));
  return `Subject: letter ${n}\r\n\r\n..\r\nWords.\r\n${lines}`;
}
