import { PasswordHasher } from '#application/access/password-hasher.js';
import {
  Sessions,
  type FoundSession,
  type OpenSession as OwnSession,
  type Opening,
  type Remark,
} from '#application/access/sessions.js';
import { SignInCounter } from '#application/access/sign-in-counter.js';
import { UserLinks } from '#application/access/user-links.js';
import { Users } from '#application/access/users.js';
import { isEnough, type Proof } from '#domain/access/proof.js';
import { MOST_SESSIONS, type SessionTimes } from '#domain/access/session.js';
import { isOnesOwn, oneMore, secondsToWait, type Tries, type TryKey } from '#domain/access/sign-in-tries.js';
import type { UserLink } from '#domain/access/user-link.js';
import type { User } from '#domain/access/user.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { uuid } from '#test/builders/uuid.js';
import type { FakeBooks } from './fake-books.js';
import type { FakeClock } from './fake-clock.js';

/** People as the fake books hold them. */
export class FakeUsers extends Users {
  constructor(readonly books: FakeBooks) {
    super();
  }

  byEmail(email: string): Promise<User | undefined> {
    return Promise.resolve(this.books.users.find((user) => user.email === email));
  }

  byId(userId: string): Promise<User | undefined> {
    return Promise.resolve(this.books.users.find((user) => user.id === userId));
  }
}

interface OpenSession {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
  readonly device: string;
  proofs: readonly Proof[];
  times: SessionTimes;
  remark: Remark | undefined;
}

/** Sessions in memory, by the time of a clock that a test sets. */
export class FakeSessions extends Sessions {
  private readonly kept = new Map<string, OpenSession>();
  private count = 0;

  constructor(
    private readonly users: FakeUsers,
    private readonly clock: FakeClock,
  ) {
    super();
    users.books.whenSessionsEnd((userId) => void this.endOthers(userId, null));
  }

  async open(userId: string, { proofs, device }: Opening): Promise<string> {
    const now = this.clock.now();
    const secret = `secret-${(this.count += 1)}`;
    const times = { beganAt: now, seenAt: now, provedAt: now };
    const role = (await this.users.byId(userId))!.role;
    this.kept.set(secret, { id: uuid(9500 + this.count), userId, role, device, proofs, times, remark: undefined });
    this.endSurplus(userId);
    return secret;
  }

  prove(sessionId: string, proof: Proof): Promise<string> {
    if (!this.named(sessionId)) return Promise.reject(new RuleViolation('access.session-over'));
    const secret = `secret-${(this.count += 1)}`;
    const now = this.clock.now();
    for (const [old, session] of this.kept) {
      if (session.id !== sessionId) continue;
      this.kept.delete(old);
      const times = { ...session.times, seenAt: now, provedAt: now };
      this.kept.set(secret, { ...session, proofs: [...new Set([...session.proofs, proof])], times });
      this.endSurplus(session.userId);
    }
    return Promise.resolve(secret);
  }

  async find(secret: string): Promise<FoundSession | undefined> {
    const session = this.kept.get(secret);
    const user = session && (await this.users.byId(session.userId));
    if (!user?.maySignIn || user.role !== session!.role) return undefined;
    const { email, name, role, lines, language, theme, shortcuts } = user;
    const person = {
      userId: user.id,
      sessionId: session!.id,
      email,
      name,
      role,
      lines,
      language,
      theme,
      shortcuts,
      hasRemark: !!session!.remark,
    };
    return { person, proofs: session!.proofs, times: session!.times, now: this.clock.now() };
  }

  of(userId: string): Promise<readonly OwnSession[]> {
    const own = [...this.kept.values()].filter((each) => each.userId === userId && isEnough(each.proofs));
    const shown = own.map(({ id, device, times }) => ({ sessionId: id, device, ...times }));
    return Promise.resolve(shown.map(({ provedAt: _, ...each }) => each).reverse());
  }

  note(sessionId: string): Promise<void> {
    const session = this.named(sessionId);
    if (session) session.times = { ...session.times, seenAt: this.clock.now() };
    return Promise.resolve();
  }

  end(sessionId: string): Promise<boolean> {
    return Promise.resolve(this.drop((session) => session.id === sessionId).length > 0);
  }

  endOthers(userId: string, keep: string | null): Promise<readonly string[]> {
    return Promise.resolve(this.drop((session) => session.userId === userId && session.id !== keep));
  }

  say(sessionId: string, remark: Remark): Promise<void> {
    const session = this.named(sessionId);
    if (session) session.remark = remark;
    return Promise.resolve();
  }

  hear(sessionId: string): Promise<Remark | undefined> {
    const session = this.named(sessionId);
    const remark = session?.remark;
    if (session) session.remark = undefined;
    return Promise.resolve(remark);
  }

  private endSurplus(userId: string): void {
    for (const whole of [true, false]) {
      const of = [...this.kept].filter(([, each]) => each.userId === userId && isEnough(each.proofs) === whole);
      for (const [secret] of of.slice(0, Math.max(0, of.length - MOST_SESSIONS))) this.kept.delete(secret);
    }
  }

  private named(sessionId: string): OpenSession | undefined {
    return [...this.kept.values()].find((session) => session.id === sessionId);
  }

  private drop(which: (session: OpenSession) => boolean): string[] {
    const dropped = [...this.kept].filter(([, session]) => which(session));
    for (const [secret] of dropped) this.kept.delete(secret);
    return dropped.map(([, session]) => session.id);
  }
}

/** One-time links as the fake books hold them. */
export class FakeUserLinks extends UserLinks {
  constructor(private readonly books: FakeBooks) {
    super();
  }

  find(secret: string): Promise<{ link: UserLink | undefined; now: Date }> {
    return Promise.resolve({ link: this.books.link(secret), now: this.books.now() });
  }
}

/** Tries in memory. */
export class FakeSignInCounter extends SignInCounter {
  private readonly tries = new Map<string, Tries>();

  constructor(private readonly clock: FakeClock) {
    super();
  }

  count(keys: readonly TryKey[]): Promise<number> {
    const now = this.clock.now();
    const seconds = Math.max(...keys.map((key) => secondsToWait(key.limit, this.of(key), now)));
    if (seconds === 0) for (const key of keys) this.tries.set(name(key), oneMore(key.limit, this.of(key), now));
    return Promise.resolve(seconds);
  }

  forget(keys: readonly TryKey[]): Promise<void> {
    for (const key of keys) {
      const { wrong, lastAt } = this.of(key);
      if (isOnesOwn(key)) this.tries.delete(name(key));
      else if (wrong > 1) this.tries.set(name(key), { wrong: wrong - 1, lastAt });
    }
    return Promise.resolve();
  }

  private of(key: TryKey): Tries {
    return this.tries.get(name(key)) ?? { wrong: 0, lastAt: this.clock.now() };
  }
}

const name = ({ limit, of }: TryKey): string => `${limit} ${of}`;

/** A hash one can read; `old:` stands for weaker parameters. */
export class FakeHasher extends PasswordHasher {
  readonly compared: (string | null)[] = [];

  hash(password: string): Promise<string> {
    return Promise.resolve(`new:${password}`);
  }

  matches(password: string, hash: string | null): Promise<boolean> {
    this.compared.push(hash);
    return Promise.resolve(hash === `new:${password}` || hash === `old:${password}`);
  }

  isOutdated(hash: string): boolean {
    return hash.startsWith('old:');
  }
}
