/** What the machine and the database say of themselves; the oldest of nothing is null. */
export interface SystemFacts {
  readonly now: Date;
  readonly version: string;
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  readonly diskFree: number;
  readonly diskSize: number;
  /** How far this process's clock is ahead of the database's, in milliseconds. */
  readonly clockOffset: number;
  readonly pendingMigrations: number;
  readonly lastMailAt: Date | null;
  /** Mails whose bytes are kept and that nobody has read yet, and those that could not be read. */
  readonly mailsToRead: Pile;
  readonly mailsUnreadable: number;
  /** Jobs that could run and do not yet, by reaction. */
  readonly jobs: readonly (Pile & { readonly name: string })[];
  readonly deliveriesWaiting: Pile;
  readonly deliveriesUnknown: Pile;
  readonly lastVerification: { readonly at: Date; readonly ok: boolean } | null;
  readonly lastAnchorAt: Date | null;
}

/** How many wait, and since when the oldest does. */
export interface Pile {
  readonly count: number;
  readonly oldest: Date | null;
}

/** What is to be said of one thing; `says` is the code of a sentence, `status` how bad it is. */
export interface Judgement {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly says: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

type Judge = (facts: SystemFacts) => Judgement;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GIB = 1024 ** 3;

const said = (name: string, status: Judgement['status'], says: string, facts: Judgement['facts'] = {}): Judgement => ({
  ...{ name, status, says, facts },
});
const ageOf = (at: Date | null, now: Date): number => (at === null ? 0 : now.getTime() - at.getTime());
const minutes = (age: number): number => Math.round(age / MINUTE);
const gigabytes = (bytes: number): number => Math.round((bytes / GIB) * 10) / 10;

const mailIn: Judge = ({ lastMailAt, now }) => {
  if (lastMailAt === null) return said('mail-in', 'ok', 'none-yet');
  const days = Math.floor(ageOf(lastMailAt, now) / (24 * HOUR));
  return days < 7 ? said('mail-in', 'ok', 'fresh', { n: days }) : said('mail-in', 'warn', 'silent', { n: days });
};

/** Reading takes seconds; what lies longer than ten minutes is read by nobody. */
const reading: Judge = ({ mailsToRead: { count, oldest }, mailsUnreadable, now }) => {
  const age = ageOf(oldest, now);
  if (age > 10 * MINUTE) return said('reading', 'fail', 'stuck', { n: count, minutes: minutes(age) });
  if (mailsUnreadable > 0) return said('reading', 'warn', 'unreadable', { n: mailsUnreadable });
  return said('reading', 'ok', 'done');
};

const jobs: Judge = ({ jobs: piles, now }) => {
  const count = piles.reduce((sum, pile) => sum + pile.count, 0);
  const age = Math.max(0, ...piles.map(({ oldest }) => ageOf(oldest, now)));
  if (age > 10 * MINUTE) return said('jobs', 'fail', 'stuck', { n: count, minutes: minutes(age) });
  return said('jobs', 'ok', 'flowing', { n: count });
};

const sending: Judge = ({ deliveriesWaiting, deliveriesUnknown, now }) => {
  if (deliveriesUnknown.count > 0) return said('sending', 'warn', 'unknown', { n: deliveriesUnknown.count });
  const age = ageOf(deliveriesWaiting.oldest, now);
  const facts = { n: deliveriesWaiting.count, minutes: minutes(age) };
  return age > HOUR ? said('sending', 'fail', 'stuck', facts) : said('sending', 'ok', 'flowing', facts);
};

const disk: Judge = ({ diskFree, diskSize }) => {
  const facts = { free: gigabytes(diskFree), size: gigabytes(diskSize) };
  if (diskFree < GIB) return said('disk', 'fail', 'full', facts);
  return diskFree < diskSize / 10 ? said('disk', 'warn', 'low', facts) : said('disk', 'ok', 'room', facts);
};

/** A code of an authenticator app lasts half a minute, so a clock further off refuses everybody. */
const clock: Judge = ({ clockOffset }) => {
  const off = Math.abs(clockOffset);
  const facts = { seconds: Math.round(off / 100) / 10 };
  if (off > 30_000) return said('clock', 'fail', 'off', facts);
  return off > 2000 ? said('clock', 'warn', 'off', facts) : said('clock', 'ok', 'right', facts);
};

const migrations: Judge = ({ pendingMigrations: n }) =>
  n > 0 ? said('migrations', 'fail', 'pending', { n }) : said('migrations', 'ok', 'done');

const verification: Judge = ({ lastVerification, now }) => {
  if (lastVerification === null) return said('verification', 'warn', 'never');
  if (!lastVerification.ok) return said('verification', 'fail', 'broken');
  const hours = Math.floor(ageOf(lastVerification.at, now) / HOUR);
  return hours > 48
    ? said('verification', 'warn', 'old', { n: hours })
    : said('verification', 'ok', 'good', { n: hours });
};

/** The worker signs the head of the log each hour and at its end. */
const anchors: Judge = ({ lastAnchorAt, now }) => {
  if (lastAnchorAt === null) return said('anchors', 'warn', 'never');
  const hours = Math.floor(ageOf(lastAnchorAt, now) / HOUR);
  return hours > 2 ? said('anchors', 'warn', 'old', { n: hours }) : said('anchors', 'ok', 'good', { n: hours });
};

const JUDGES: readonly Judge[] = [mailIn, reading, jobs, sending, disk, clock, migrations, verification, anchors];

/** Every judgement, in the order in which somebody would look; pages and `seinpost doctor` show the same. */
export const judgeSystem = (facts: SystemFacts): readonly Judgement[] => JUDGES.map((judge) => judge(facts));
