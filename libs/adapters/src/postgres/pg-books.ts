import { setTimeout as pause } from 'node:timers/promises';
import { IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { Books, type Happened, type OpenBooks } from '#application/books.js';
import type { Installation } from '#application/access/installation.js';
import { FactorReset } from '#domain/access/factor-reset.js';
import { AccessToken } from '#domain/access/access-token.js';
import { RecordedDefect } from '#domain/provider/channel-defect.js';
import { User } from '#domain/access/user.js';
import { CaseBatch } from '#domain/case/case-batch.js';
import { SavedView } from '#domain/case/saved-view.js';
import { CaseFile } from '#domain/case/case-file.js';
import { Delivery } from '#domain/correspondence/delivery.js';
import { Message } from '#domain/correspondence/message.js';
import { Escalation } from '#domain/escalation/escalation.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { Notice } from '#domain/notice/notice.js';
import { timeAllowed, type TimeAllowed } from '#domain/statistics/time-allowed.js';
import { PgWaysIn } from './access/pg-ways-in.js';
import { noteEffect, withoutPost } from './access/post-under-way.js';
import { errorCode } from './error-code.js';
import { appendEvents, dueReactions, newEvents } from './event-log.js';
import type { JobQueue } from './job-queue.js';
import { noticeParts } from './notice-parts.js';
import { PgExplanations } from './pg-explanations.js';
import { PgKeptEvidence } from './pg-kept-evidence.js';
import { PgKeptAddresses } from './pg-kept-addresses.js';
import { PgKeptRegister } from './pg-kept-register.js';
import { PgLetters } from './pg-letters.js';
import { PgSealedOpenings } from './access/pg-sealed-openings.js';
import { PgOrganisation, settledOrganisation } from './pg-organisation.js';
import { PgTellings } from './pg-tellings.js';
import { PgRawMail } from './pg-raw-mail.js';
import { PgShelf } from './shelf.js';
import { TouchedCases } from './touched-cases.js';

/** PostgreSQL codes after which the same work may succeed: serialization failure, deadlock, lock not available in time. */
const WORTH_REPEATING = new Set(['40001', '40P01', '55P03']);
const TRIES = 5;
const PAUSE_MS = 50;

/** The write port on PostgreSQL: rows, events and jobs in one transaction. */
export class PgBooks extends Books {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: JobQueue,
    private readonly installation: Installation,
  ) {
    super();
  }

  async together<T>(by: Actor, work: (books: OpenBooks) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.db.transaction((tx) => this.within(tx, by, work));
      } catch (error) {
        if (attempt === TRIES || !WORTH_REPEATING.has(errorCode(error))) throw error;
        // At once, it would meet the very transaction that it gave way to, which has not yet got its locks.
        await pause(PAUSE_MS * attempt * (1 + Math.random()));
      }
    }
  }

  override look(by: Actor, happened: Happened): Promise<void> {
    return withoutPost(() => super.look(by, happened));
  }

  private async within<T>(tx: EntityManager, by: Actor, work: (books: OpenBooks) => Promise<T>): Promise<T> {
    const events: DomainEvent[] = [];
    const happened = (more: Happened): void => {
      if (more) events.push(...[more].flat());
    };
    const touched = new TouchedCases(tx);
    const result = await work(this.open(tx, happened, touched));
    await touched.count(events.length > 0);
    await noteEffect(tx);
    const recorded = newEvents(events);
    await this.jobs.add(tx, dueReactions(recorded));
    await appendEvents(tx, by, recorded);
    return result;
  }

  private open(tx: EntityManager, happened: (events: Happened) => void, touched: TouchedCases): OpenBooks {
    let settled: Promise<TimeAllowed> | undefined;
    const policy = () => (settled ??= settledOrganisation(tx).then(timeAllowed));
    return {
      cases: new PgShelf(tx, { entity: CaseFile, noun: 'case', touched: aCase(touched) }, happened),
      notices: new PgShelf(tx, { ...NOTICES, parts: noticeParts(policy), touched: ofCase(touched) }, happened),
      deliveries: new PgShelf<Delivery>(
        tx,
        { entity: Delivery, noun: 'delivery', touched: ofNotice(touched) },
        happened,
      ),
      messages: new PgShelf<Message>(tx, { entity: Message, noun: 'message', touched: ofNotice(touched) }, happened),
      escalations: new PgShelf(tx, { entity: Escalation, noun: 'escalation' }, happened),
      users: new PgShelf(tx, { entity: User, noun: 'user', taken: 'access.email-taken' }, happened),
      factorResets: new PgShelf(tx, RESETS, happened),
      tokens: new PgShelf(tx, { entity: AccessToken, noun: 'token' }, happened),
      views: new PgShelf(tx, { entity: SavedView, noun: 'view', taken: 'view.name-taken' }, happened),
      batches: new PgShelf(tx, { entity: CaseBatch, noun: 'batch' }, happened),
      defects: new PgShelf(tx, { entity: RecordedDefect, noun: 'defect' }, happened),
      letters: new PgLetters(tx),
      rawMail: new PgRawMail(tx, happened),
      evidence: new PgKeptEvidence(tx, happened),
      sealedOpenings: new PgSealedOpenings(tx),
      tellings: new PgTellings(tx),
      waysIn: new PgWaysIn(tx),
      organisation: new PgOrganisation(tx, happened),
      explanations: new PgExplanations(tx),
      register: new PgKeptRegister(tx),
      addresses: new PgKeptAddresses(tx),
      now: () => databaseNow(tx),
      nextNumber: (thing, year) => nextNumber(tx, thing, year),
      reserveNumber: (thing, year, n) => reserveNumber(tx, thing, year, n),
      lockAdministrators: () => lockAdministrators(tx),
      openDeliveries: (noticeId) => openDeliveries(tx, noticeId),
      deliveryStandings: (noticeId) => tx.query(STANDINGS, [noticeId]),
      record: (more) => Promise.resolve(happened(more)),
    };
  }
}

const NOTICES = { entity: Notice, noun: 'notice' };

const aCase =
  (touched: TouchedCases) =>
  ({ id }: CaseFile) =>
  () =>
    touched.case(id);

const ofCase =
  (touched: TouchedCases) =>
  ({ caseId }: Notice) =>
  () =>
    touched.case(caseId);

const ofNotice =
  (touched: TouchedCases) =>
  <T extends { readonly noticeId: string | null }>({ noticeId }: T) =>
  () =>
    touched.notice(noticeId);

/** One request per person waits. */
const RESETS = { entity: FactorReset, noun: 'factor-reset', taken: 'access.reset-asked-already' };

async function databaseNow(tx: EntityManager): Promise<Date> {
  const rows: { now: Date }[] = await tx.query('select clock_timestamp() as now');
  return rows[0]!.now;
}

async function nextNumber(tx: EntityManager, thing: string, year: number): Promise<number> {
  const rows: { last: number }[] = await tx.query(
    `insert into running_numbers as n (thing, year, last) values ($1, $2, 1)
     on conflict (thing, year) do update set last = n.last + 1 returning last`,
    [thing, year],
  );
  return rows[0]!.last;
}

async function reserveNumber(tx: EntityManager, thing: string, year: number, n: number): Promise<void> {
  await tx.query(
    `insert into running_numbers as r (thing, year, last) values ($1, $2, $3)
     on conflict (thing, year) do update set last = greatest(r.last, $3)`,
    [thing, year, n],
  );
}

/** In the order of their ids, as every shelf locks, so that two who do this wait for one another and no more. */
function lockAdministrators(tx: EntityManager): Promise<User[]> {
  const where = { _role: 'administrator', _disabled: false, _passwordHash: Not(IsNull()) } as never;
  return tx.find(User, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
}

const STANDINGS = 'select purpose, state from deliveries where notice_id = $1 order by created_at, id';

async function openDeliveries(tx: EntityManager, noticeId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from deliveries
     where notice_id = $1 and state in ('queued', 'sending', 'deferred', 'unknown') order by created_at, id`,
    [noticeId],
  );
  return rows.map((row) => row.id);
}
