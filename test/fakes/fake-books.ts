import { Books, type Happened, type OpenBooks } from '#application/books.js';
import { reactionsTo } from '#application/reactions.js';
import type { FactorReset } from '#domain/access/factor-reset.js';
import type { Telling } from '#domain/case/telling.js';
import type { SealedOpening } from '#domain/access/sealed-opening.js';
import type { Organisation } from '#domain/access/organisation.js';
import type { Redescribed } from '#domain/access/redescribe.js';
import type { UserLink } from '#domain/access/user-link.js';
import type { SavedView } from '#domain/case/saved-view.js';
import type { User } from '#domain/access/user.js';
import type { Delivery } from '#domain/correspondence/delivery.js';
import type { Actor, DomainEvent } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { copy } from './copy.js';
import { FakeExplanations } from './fake-explanations.js';
import { FakeKeptAddresses } from './fake-kept-addresses.js';
import { FakeKeptRegister, type RegisterPages } from './fake-kept-register.js';
import { FakeKeptEvidence, FakeLetters, FakeRawMail } from './fake-kept.js';
import { FakeShelf, type FakeKind } from './fake-shelf.js';
import { FakeWaysIn } from './fake-ways-in.js';
import { emptyPages, type LoggedEvent, type Pages, type WaitingJob } from './pages.js';

/** The write port in memory; what it promises stands in `test/contracts/books.contract.ts`. One transaction at a time. */
export class FakeBooks extends Books {
  private pages = emptyPages();
  private turn: Promise<unknown> = Promise.resolve();
  private endSessions: (userId: string) => void = () => undefined;

  /** `now` stands for the database's clock. */
  constructor(readonly now: () => Date = () => new Date('2026-11-21T12:00:00Z')) {
    super();
  }

  get events(): readonly LoggedEvent[] {
    return copy(this.pages.events);
  }

  get jobs(): readonly WaitingJob[] {
    return copy(this.pages.jobs);
  }

  get users(): readonly User[] {
    return copy([...this.pages.users.values()]);
  }

  get withoutFactors(): readonly string[] {
    return [...this.pages.withoutFactors];
  }

  get sealedOpenings(): readonly SealedOpening[] {
    return copy(this.pages.sealedOpenings);
  }

  get tellings(): readonly Telling[] {
    return copy(this.pages.tellings);
  }

  /** What became of the register. */
  get register(): RegisterPages {
    return copy(this.pages.register);
  }

  link(secret: string): UserLink | undefined {
    return copy(this.pages.links.get(secret));
  }

  /** Who keeps the sessions hears whose end, once the transaction that ends them is there. */
  whenSessionsEnd(end: (userId: string) => void): void {
    this.endSessions = end;
  }

  override together<T>(by: Actor, work: (books: OpenBooks) => Promise<T>): Promise<T> {
    const result = this.turn.then(() => this.within(by, work));
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async within<T>(by: Actor, work: (books: OpenBooks) => Promise<T>): Promise<T> {
    const pages = copy(this.pages);
    const happened = (more: Happened): void => {
      if (more) for (const event of [more].flat()) log(pages, event, by);
    };
    const result = await work(this.open(pages, happened));
    for (const userId of pages.sessionsEnded.splice(0)) this.endSessions(userId);
    this.pages = pages;
    return result;
  }

  private open(pages: Pages, happened: (events: Happened) => void): OpenBooks {
    const { numbers } = pages;
    const last = (thing: string, year: number) => numbers.get(`${thing}/${year}`) ?? 0;
    return {
      cases: new FakeShelf(pages.cases, { noun: 'case', unique: [(one) => one.reference] }, happened),
      notices: new FakeShelf(pages.notices, { noun: 'notice', unique: [(one) => one.reference] }, happened),
      deliveries: new FakeShelf(pages.deliveries, { noun: 'delivery', unique: DELIVERY_KEYS }, happened),
      messages: new FakeShelf(pages.messages, { noun: 'message', unique: [(one) => one.digest] }, happened),
      escalations: new FakeShelf(pages.escalations, { noun: 'escalation', unique: [(one) => one.reference] }, happened),
      users: new FakeShelf(pages.users, USERS, happened),
      factorResets: new FakeShelf(pages.factorResets, RESETS, happened),
      defects: new FakeShelf(pages.defects, { noun: 'defect', unique: [] }, happened),
      tokens: new FakeShelf(pages.tokens, { noun: 'token', unique: [(one) => one.digest] }, happened),
      views: new FakeShelf(pages.views, VIEWS, happened),
      batches: new FakeShelf(pages.batches, { noun: 'batch', unique: [] }, happened),
      letters: new FakeLetters(pages),
      rawMail: new FakeRawMail(pages, happened),
      evidence: new FakeKeptEvidence(pages, happened),
      explanations: new FakeExplanations(pages),
      register: new FakeKeptRegister(pages.register),
      addresses: new FakeKeptAddresses(pages),
      sealedOpenings: { add: (opening) => Promise.resolve(void pages.sealedOpenings.push(copy(opening))) },
      tellings: { add: (told) => Promise.resolve(void pages.tellings.push(...copy([...told]))) },
      waysIn: new FakeWaysIn(pages, this.now),
      organisation: { change: (expected, verb) => changeOrganisation(pages, { expected, happened }, verb) },
      now: () => Promise.resolve(this.now()),
      nextNumber: (thing, year) => {
        numbers.set(`${thing}/${year}`, last(thing, year) + 1);
        return Promise.resolve(last(thing, year));
      },
      reserveNumber: (thing, year, n) => {
        numbers.set(`${thing}/${year}`, Math.max(n, last(thing, year)));
        return Promise.resolve();
      },
      lockAdministrators: () => Promise.resolve(administrators(pages)),
      openDeliveries: (noticeId) => Promise.resolve(openDeliveries(pages, noticeId)),
      deliveryStandings: (noticeId) =>
        Promise.resolve([...pages.deliveries.values()].filter((one) => one.noticeId === noticeId)),
      record: (more) => Promise.resolve(happened(more)),
    };
  }
}

const USERS: FakeKind<User> = { noun: 'user', taken: 'access.email-taken', unique: [(one) => one.email] };

const VIEWS: FakeKind<SavedView> = {
  noun: 'view',
  taken: 'view.name-taken',
  unique: [(one) => (one.isRemoved ? null : `${one.team ?? one.ownerId}/${one.name.toLowerCase()}`)],
};

const RESETS: FakeKind<FactorReset> = {
  noun: 'factor-reset',
  taken: 'access.reset-asked-already',
  unique: [(one) => (one.state === 'asked' ? one.userId : null)],
};

/** No letter leaves twice, and a notice has one delivery per purpose unless the earlier one certainly did not arrive. */
const DELIVERY_KEYS: readonly ((delivery: Delivery) => string | null)[] = [
  (delivery) => delivery.letterDigest,
  (delivery) =>
    ['failed', 'called-back'].includes(delivery.state) ? null : `${delivery.noticeId}/${delivery.purpose}`,
];

const administrators = ({ users }: Pages): User[] => {
  const canSignIn = (user: User): boolean => user.maySignIn && user.passwordHash !== null;
  return copy([...users.values()].filter((user) => user.role === 'administrator' && canSignIn(user)));
};

function changeOrganisation(
  { settings }: Pages,
  { expected, happened }: { expected: number; happened: (events: Happened) => void },
  verb: (was: Organisation) => Redescribed,
): Promise<void> {
  return new Promise((resolve) => {
    const { version } = settings;
    if (version !== expected) throw new RuleViolation('version.outdated', { expected, actual: version });
    const done = verb(copy(settings.organisation));
    if (done.happened) Object.assign(settings, { organisation: done.now, version: version + 1 });
    happened(done.happened);
    resolve();
  });
}

function openDeliveries({ deliveries }: Pages, noticeId: string): string[] {
  const isOpen = ({ state }: Delivery): boolean => ['queued', 'sending', 'deferred', 'unknown'].includes(state);
  const own = [...deliveries.values()].filter((one) => one.noticeId === noticeId && isOpen(one));
  return own.map((one) => one.id);
}

function log(pages: Pages, event: DomainEvent, by: Actor): void {
  const wait = event.facts?.['wakeAfterSeconds'];
  const startAfterSeconds = typeof wait === 'number' ? wait : 0;
  pages.events.push({ ...event, facts: event.facts ?? {}, by });
  pages.jobs.push(
    ...reactionsTo(event.kind).map((reaction) => ({ reaction, eventKind: event.kind, startAfterSeconds })),
  );
}
