import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Sessions } from '#application/access/sessions.js';
import type { SignInCounter } from '#application/access/sign-in-counter.js';
import type { UserLinks } from '#application/access/user-links.js';
import type { Users } from '#application/access/users.js';
import type { Books } from '#application/books.js';
import { tryKeys } from '#domain/access/sign-in-tries.js';
import { User } from '#domain/access/user.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { system, type Actor, type DomainEvent } from '#domain/event.js';

/** The ports of access under test, and a look at what was recorded. */
export interface AccessUnderTest {
  readonly books: Books;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly links: UserLinks;
  readonly counter: SignInCounter;
  events(): Promise<readonly (DomainEvent & { readonly by: Actor })[]>;
  close(): Promise<void>;
}

const BY = system('test');
const WHOLE = { proofs: ['password', 'totp'], device: 'Firefox, Windows' } as const;
const HASH = '$argon2id$v=19$m=64,t=1,p=1$AAAA$BBBB';

/** What every implementation of the ports of access promises. */
export function accessContract(name: string, open: () => Promise<AccessUnderTest>): void {
  let under: AccessUnderTest;
  let userId: string;
  const identities = new CountingIdentities();
  const add = async (email: string): Promise<string> => {
    const { user, event } = User.add({ id: identities.id(), email, name: 'Oefencollega', role: 'reviewer' });
    await under.books.together(BY, ({ users }) => users.add(user, event));
    return user.id;
  };

  beforeEach(async () => {
    under = await open();
    userId = await add('Collega@Seinpost.test');
  });
  afterEach(() => under.close());

  describe(`people, ${name}`, () => {
    test('come back as they were added, by address and by id', async () => {
      const found = await under.users.byEmail('collega@seinpost.test');
      const facts = {
        id: userId,
        name: 'Oefencollega',
        role: 'reviewer',
        language: 'nl',
        theme: 'auto',
        shortcuts: true,
        passwordHash: null,
      };
      expect(found).toMatchObject(facts);
      expect(found?.maySignIn).toBe(true);
      expect(await under.users.byId(userId)).toMatchObject(facts);
      expect(await under.users.byEmail('nobody@seinpost.test')).toBeUndefined();
    });

    test('have each an address of their own', async () => {
      await expect(add('collega@seinpost.test')).rejects.toMatchObject({ code: 'access.email-taken' });
      expect((await under.events()).filter(({ kind }) => kind === 'user-added')).toHaveLength(1);
    });

    test('keep what they chose, with who did it in the log', async () => {
      const by: Actor = { kind: 'user', userId, sessionId: 'a-session' };
      await under.books.change('users', { id: userId, by }, (user) => user.choose('en', 'dark'));
      await under.books.change('users', { id: userId, by }, (user) => user.choosePassword(HASH));
      const found = await under.users.byId(userId);
      expect(found).toMatchObject({ language: 'en', theme: 'dark', passwordHash: HASH });
      expect(await under.events()).toMatchObject([
        { kind: 'user-added', subject: 'user', subjectId: userId, facts: { role: 'reviewer' }, by: BY },
        { kind: 'user-preferences-chosen', facts: { language: 'en', theme: 'dark' }, by },
        { kind: 'user-password-chosen', by },
      ]);
    });

    test('do not change when a rule refuses half-way', async () => {
      const refuse = (user: User): DomainEvent => {
        user.choose('en', 'dark');
        throw new Error('half-way');
      };
      await expect(under.books.change('users', { id: userId, by: BY }, refuse)).rejects.toThrow('half-way');
      expect(await under.users.byId(userId)).toMatchObject({ language: 'nl' });
      expect(await under.events()).toHaveLength(1);
    });
  });

  describe(`sessions, ${name}`, () => {
    test('are found by their secret, with the person behind them as they are now', async () => {
      const secret = await under.sessions.open(userId, WHOLE);
      const found = await under.sessions.find(secret);
      expect(found?.person).toMatchObject({ userId, email: 'collega@seinpost.test', role: 'reviewer', language: 'nl' });
      expect(Math.abs(found!.now.getTime() - found!.times.beganAt.getTime())).toBeLessThan(60_000);
      await under.books.change('users', { id: userId, by: BY }, (user) => user.choose('en', 'light'));
      expect((await under.sessions.find(secret))?.person).toMatchObject({ language: 'en', theme: 'light' });
      expect(await under.sessions.find('another secret')).toBeUndefined();
    });

    test('are worth nothing once the person may not sign in', async () => {
      const secret = await under.sessions.open(userId, WHOLE);
      await under.books.change('users', { id: userId, by: BY }, (user) =>
        user.disable('left', { userId: null, administrators: [] }),
      );
      expect(await under.sessions.find(secret)).toBeUndefined();
    });

    test('end alone, or all of a person but one', async () => {
      const [first = '', second = '', third = ''] = [
        await under.sessions.open(userId, WHOLE),
        await under.sessions.open(userId, WHOLE),
        await under.sessions.open(userId, WHOLE),
      ];
      const kept = (await under.sessions.find(second))!.person.sessionId;
      await under.sessions.end((await under.sessions.find(first))!.person.sessionId);
      expect(await under.sessions.find(first)).toBeUndefined();
      expect(await under.sessions.find(third)).toBeDefined();
      await under.sessions.endOthers(userId, kept);
      expect(await under.sessions.find(third)).toBeUndefined();
      expect(await under.sessions.find(second)).toBeDefined();
    });

    test('end with the transaction that ends them, and not without it', async () => {
      const secret = await under.sessions.open(userId, WHOLE);
      const failing = under.books.together(BY, async ({ waysIn }) => {
        await waysIn.endSessions(userId);
        throw new Error('half-way');
      });
      await expect(failing).rejects.toThrow('half-way');
      expect(await under.sessions.find(secret)).toBeDefined();
      await under.books.together(BY, ({ waysIn }) => waysIn.endSessions(userId));
      expect(await under.sessions.find(secret)).toBeUndefined();
    });

    test('say a thing once', async () => {
      const secret = await under.sessions.open(userId, WHOLE);
      const { sessionId, hasRemark } = (await under.sessions.find(secret))!.person;
      expect(hasRemark).toBe(false);
      expect(await under.sessions.hear(sessionId)).toBeUndefined();
      await under.sessions.say(sessionId, { words: 'account.kept', facts: { n: 3 } });
      expect((await under.sessions.find(secret))!.person.hasRemark).toBe(true);
      expect(await under.sessions.hear(sessionId)).toEqual({ words: 'account.kept', facts: { n: 3 } });
      expect(await under.sessions.hear(sessionId)).toBeUndefined();
    });
  });

  describe(`one-time links, ${name}`, () => {
    const use = (secret: string) => under.books.together(BY, ({ waysIn }) => waysIn.useLink(secret));

    test('work once, also when three come at once', async () => {
      const { secret, endsAt } = await under.books.together(BY, ({ waysIn }) => waysIn.makeLink(userId));
      const { link, now } = await under.links.find(secret);
      expect(link).toEqual({ userId, endsAt, used: false });
      expect(endsAt.getTime()).toBeGreaterThan(now.getTime());
      const uses = await Promise.all([1, 2, 3].map(() => use(secret)));
      expect(uses.filter(Boolean)).toHaveLength(1);
      expect((await under.links.find(secret)).link?.used).toBe(true);
    });

    test('that nobody made are not there and cannot be used', async () => {
      expect((await under.links.find('no such link')).link).toBeUndefined();
      expect(await use('no such link')).toBe(false);
    });
  });

  describe(`tries, ${name}`, () => {
    const keys = (email = 'a@b.test', address = '192.0.2.1', device: string | null = null) =>
      tryKeys.byPassword(email, address, device);
    const count = (...claim: Parameters<typeof keys>) => under.counter.count(keys(...claim));

    test('cost nothing five times, then time, for that account from that address alone', async () => {
      for (let n = 0; n < 5; n += 1) expect(await count()).toBe(0);
      expect(await count()).toBeGreaterThan(0);
      expect(await count('a@b.test', '192.0.2.2')).toBe(0);
      expect(await count('c@b.test')).toBe(0);
    });

    test('are counted one by one when many come at once', async () => {
      const waits = await Promise.all(Array.from({ length: 12 }, () => count()));
      expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
    });

    test('are forgotten after a right one', async () => {
      for (let n = 0; n < 5; n += 1) await count();
      await under.counter.forget(keys());
      expect(await count()).toBe(0);
    });

    test('from many addresses wait for the account too, but not from a browser that is known', async () => {
      for (let n = 0; n < 20; n += 1) expect(await count('a@b.test', `192.0.2.${n}`)).toBe(0);
      expect(await count('a@b.test', '192.0.2.99')).toBeGreaterThan(0);
      expect(await count('a@b.test', '192.0.2.99', 'a known browser')).toBe(0);
    });
  });
}
