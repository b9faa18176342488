import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Books } from '#application/books.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import { UnderstandMessage } from '#application/correspondence/understand-message.js';
import { system } from '#domain/event.js';
import type { Notice } from '#domain/notice/notice.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { workerBeside } from './worker-beside.js';

const BY = system('test');

/** What a mail says; without `to` it answers nobody in particular. */
export interface SceneMail {
  readonly subject: string;
  readonly text: string;
  readonly from?: string;
  readonly at?: string;
  readonly headers?: readonly string[];
}

/** Puts matters on the desk under test the way the desk itself does: through its books and its acts. */
export class DeskScene {
  private mails = 0;

  /** The worker's acts on the same database. */
  readonly worker: () => Promise<INestApplicationContext>;

  constructor(private readonly app: NestExpressApplication) {
    this.worker = workerBeside(app);
  }

  /** Notices with the cases they belong to; the n-th notice of the builder belongs to the n-th case. */
  async notices(...notices: readonly Notice[]): Promise<void> {
    await this.app.get(Books).together(BY, async (books) => {
      for (const notice of notices) {
        const one = CaseBuilder.aCase(Number(notice.reference.slice(-6))).build();
        await books.cases.add(one, { kind: 'case-opened', subject: 'case', subjectId: one.id });
        await books.notices.add(notice, undefined);
      }
    });
  }

  /** A mail that came in and was read; answers its id. */
  async mail(mail: SceneMail): Promise<string> {
    const [kept] = await this.kept(mail);
    await (await this.worker()).get(UnderstandMessage).all([kept!]);
    return kept!.id;
  }

  /** A mail that nobody has read yet. */
  async kept({ subject, text, from = 'Meldingen <no-reply@practice.example>', at, headers = [] }: SceneMail) {
    this.mails += 1;
    const lines = [
      `From: ${from}`,
      'To: desk@desk.practice.example',
      `Subject: ${subject}`,
      `Message-ID: <scene-${this.mails}@practice.example>`,
      'Date: Mon, 16 Nov 2026 10:00:00 +0100',
      'MIME-Version: 1.0',
      ...headers,
      ...(headers.some((line) => /^content-type/i.test(line)) ? [] : ['Content-Type: text/plain; charset=utf-8']),
    ];
    const bytes = Buffer.from([...lines, '', text].join('\r\n'));
    const receivedAt = new Date(at ?? '2026-11-16T09:00:00Z');
    return (await this.worker()).get(KeepMail).run([{ bytes, source: 'intake', receivedAt, receivedSource: 'server' }]);
  }

  /** A mail that could not be taken apart. */
  async unreadable(mail: SceneMail): Promise<string> {
    const [kept] = await this.kept(mail);
    const books = (await this.worker()).get(Books);
    await books.change('messages', { id: kept!.id, by: BY }, (message) => message.quarantine('too-slow'));
    return kept!.id;
  }
}
