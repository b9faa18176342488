import 'reflect-metadata';
import { ImapMailbox } from '#adapters/mail/imap/imap-mailbox.js';
import { mailboxPlace } from '#adapters/mail/imap/mailbox-place.js';
import { MailIntake } from '#adapters/mail/intake/mail-intake.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { PgMailboxCursors } from '#adapters/postgres/pg-mailbox-cursors.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { RandomIdentities } from '#adapters/system/random-identities.js';
import { KeepMail } from '#application/correspondence/keep-mail.js';
import type { MailSource } from '#application/correspondence/mail-source.js';

/** Where a process that takes mail in can be struck from inside; the product knows nothing of it. */
export type IntakePoint = 'after-fetch' | 'after-commit' | 'after-cursor' | 'never';

/** What the process is told on its command line. */
export interface IntakeWish {
  readonly url: string;
  readonly way: 'imap' | 'intake';
  /** Of the IMAP server, or to listen on. */
  readonly port: number;
  readonly at: IntakePoint;
  /** Struck at the n-th mail. */
  readonly mail: number;
}

/** Cursors with a blow after each step. */
class StruckCursors extends PgMailboxCursors {
  strike: () => void = () => undefined;

  override async took(...what: Parameters<PgMailboxCursors['took']>): Promise<void> {
    await super.took(...what);
    this.strike();
  }
}

/** Takes mail in, like the worker does, until it is killed. */
async function main({ url, way, port, at, mail }: IntakeWish): Promise<void> {
  const db = await openDataSource(addressFor('worker', url), 4);
  const books = new PgBooks(db, await JobQueue.open(addressFor('worker', url), false), new PgInstallation(db));
  const keep = new KeepMail(books, new RandomIdentities(), new NodeDigests());
  const cursors = new StruckCursors(db);
  let count = 0;
  const strike = (point: IntakePoint) => void (point === at && count === mail && process.kill(process.pid, 'SIGKILL'));
  cursors.strike = () => strike('after-cursor');
  await sourceOf(way, port, cursors).start(async (arrived) => {
    count += 1;
    strike('after-fetch');
    await keep.run([arrived]);
    strike('after-commit');
  });
  process.send?.('ready');
}

function sourceOf(way: IntakeWish['way'], port: number, cursors: PgMailboxCursors): MailSource {
  const silent = () => undefined;
  if (way === 'intake') return new MailIntake({ host: '127.0.0.1', port, domains: ['desk.practice.example'] }, silent);
  const account = { host: '127.0.0.1', port, secure: false, user: 'meldpunt', password: 'x', folder: 'INBOX' };
  return new ImapMailbox(
    mailboxPlace(account, () => Promise.resolve('practice')),
    cursors,
    silent,
  );
}

await main(JSON.parse(process.argv[2] ?? '{}') as IntakeWish);
