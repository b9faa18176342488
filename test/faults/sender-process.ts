import 'reflect-metadata';
import { Transport, type Attempt, type Carried, type Outgoing } from '#application/correspondence/transport.js';
import { SendDelivery } from '#application/correspondence/send-delivery.js';
import { SendDueDeliveries } from '#application/correspondence/send-due-deliveries.js';
import { reportTransports } from '#adapters/apis/of-this-desk.js';
import { SmtpTransport } from '#adapters/mail/smtp/smtp-transport.js';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { addressFor } from '#adapters/postgres/desk-logins.js';
import { JobQueue } from '#adapters/postgres/job-queue.js';
import { PgBooks } from '#adapters/postgres/pg-books.js';
import { PgDueDeliveries } from '#adapters/postgres/pg-due-deliveries.js';
import { PgInstallation } from '#adapters/postgres/pg-installation.js';
import { TransportByFormat } from '#adapters/sending/transport-by-format.js';
import { NodeDigests } from '#adapters/system/node-digests.js';
import { MASTODON_TOKEN } from '#test/fakes/mastodon-server.js';
import type { Stage } from '#domain/correspondence/delivery.js';

/** Where a sender can be struck from inside; the product knows nothing of it. */
export type FailPoint = 'after-lease' | Exclude<Stage, 'none'> | 'after-250' | 'after-commit' | 'never';

/** What the process is told when it begins. */
export interface SenderWish {
  readonly url: string;
  readonly port: number;
  readonly at: FailPoint;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** Origin of a Mastodon instance, for reports there. */
  readonly instance?: string;
}

/** The real transport, with a blow between the steps of the sender. */
class StruckTransport extends Transport {
  constructor(
    private readonly real: Transport,
    private readonly strike: (at: FailPoint) => void,
  ) {
    super();
  }

  async carry(mail: Outgoing, attempt: Attempt): Promise<Carried> {
    this.strike('after-lease');
    const reach = async (stage: Stage) => {
      await attempt.reach(stage);
      this.strike(stage as FailPoint);
    };
    const carried = await this.real.carry(mail, { ...attempt, isHeld: () => attempt.isHeld(), reach });
    this.strike('after-250');
    return carried;
  }
}

/** Sends everything that is due, like the worker does, and leaves; struck on the way where it was told. */
async function main({ url, port, at, signal, instance = 'http://127.0.0.1:1' }: SenderWish): Promise<void> {
  const strike = (point: FailPoint) => void (point === at && process.kill(process.pid, signal));
  const db = await openDataSource(addressFor('worker', url), 4);
  const jobs = await JobQueue.open(addressFor('worker', url), false);
  const books = new PgBooks(db, jobs, new PgInstallation(db));
  const route = () => Promise.resolve({ host: '127.0.0.1', port, ignoreTLS: true, name: 'desk.example' });
  const access = { mastodon: new Map([[instance, MASTODON_TOKEN]]) };
  const reports = reportTransports({ access, kind: () => Promise.resolve('practice') });
  const real = new TransportByFormat({ mail: new SmtpTransport(route), ...reports });
  const transport = new StruckTransport(real, strike);
  const due = new SendDueDeliveries(
    books,
    new PgDueDeliveries(db),
    new SendDelivery(books, transport, new NodeDigests()),
  );
  process.send?.('ready');
  for (let idle = 0; idle < 3; idle += 1) {
    await due.run((trouble) => process.stderr.write(`${String(trouble)}\n`));
    await due.finished();
  }
  strike('after-commit');
  await jobs.close();
  await db.destroy();
}

// By message, for anybody may read a command line, and the wish holds the password of a database.
process.once('message', (wish) => void main(wish as SenderWish));
