import { beforeEach, describe, expect, test } from '@jest/globals';
import { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeHasher, FakeSessions, FakeSignInCounter, FakeUsers } from '#test/fakes/fake-access.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { FakeKnownDevices } from '#test/fakes/fake-proofs.js';
import { ProvePassword } from './prove-password.js';
import { RecordLook } from './record-look.js';
import { SignIn, type SignInAnswer } from './sign-in.js';

const TRIES = 10_000;
const email = 'collega@seinpost.test';
const password = 'een lange zin';

let clock: FakeClock;
let books: FakeBooks;
let hasher: FakeHasher;
let signIn: SignIn;

beforeEach(async () => {
  clock = new FakeClock();
  books = new FakeBooks(() => clock.now());
  const users = new FakeUsers(books);
  hasher = new FakeHasher();
  const provePassword = new ProvePassword(users, hasher, new FakeSignInCounter(clock), books);
  const sessions = new FakeSessions(users, clock);
  signIn = new SignIn(provePassword, sessions, new FakeKnownDevices(), {
    run: () => Promise.resolve(),
  } as never as RecordLook);
  const { user, event } = User.add({ id: uuid(9000), email, name: 'Oefencollega', role: 'caseworker' });
  const chosen = user.choosePassword(`new:${password}`);
  await books.together(system('test'), (open) => open.users.add(user, [event, chosen]));
});

const after = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
const tryOne = (claim: {
  email?: string;
  password?: string;
  address: string;
  deviceSecret?: string;
}): Promise<SignInAnswer> => signIn.run({ email, password: 'wrong', device: '', ...claim });

/** Ten thousand tries, one each second; answers how many were heard, that is cost a password check. */
async function attack(of: (n: number) => Parameters<typeof tryOne>[0]): Promise<number> {
  for (let n = 0; n < TRIES; n += 1) {
    await tryOne(of(n));
    after(1);
  }
  return hasher.compared.length;
}

describe('ten thousand tries (F69)', () => {
  test('at one account from one address are heard a few times an hour', async () => {
    expect(await attack(() => ({ address: '192.0.2.1' }))).toBeLessThan(30);
  });

  test('at one account from as many addresses are slowed down for the account', async () => {
    expect(await attack((n) => ({ address: `10.0.${n >> 8}.${n & 255}` }))).toBeLessThan(300);
  });

  test('at as many accounts from one address are slowed down for the address', async () => {
    expect(await attack((n) => ({ email: `x${n}@seinpost.test`, address: '192.0.2.1' }))).toBeLessThan(300);
  });

  test('at as many accounts from as many addresses are slowed down for everyone', async () => {
    const heard = await attack((n) => ({ email: `x${n}@seinpost.test`, address: `10.0.${n >> 8}.${n & 255}` }));
    expect(heard).toBeLessThan(TRIES / 2);
  });

  test('never make the person wait at a browser that is known, and a right password is heard there at once', async () => {
    await attack((n) => ({ address: `10.0.${n >> 8}.${n & 255}` }));
    expect(await tryOne({ password, address: '198.51.100.1', deviceSecret: email })).toMatchObject({ kind: 'half' });
  });

  test('leave the person a way in at another browser within minutes of the last one', async () => {
    await attack((n) => ({ address: `10.0.${n >> 8}.${n & 255}` }));
    after(61);
    expect(await tryOne({ password, address: '198.51.100.1' })).toMatchObject({ kind: 'half' });
  });

  test('with a browser known for somebody else are counted as from an unknown one', async () => {
    const heard = await attack(() => ({ address: '192.0.2.1', deviceSecret: 'b@seinpost.test' }));
    expect(heard).toBeLessThan(30);
  });
});

test('who is unknown, who left and who has no password yet cost the same work as a wrong password', async () => {
  for (const who of [email, 'nobody@seinpost.test']) await tryOne({ email: who, address: '192.0.2.1' });
  await books.change('users', { id: uuid(9000), by: system('test') }, (user) =>
    user.disable('left', { userId: null, administrators: [] }),
  );
  await tryOne({ password, address: '192.0.2.1' });
  expect(hasher.compared).toEqual([`new:${password}`, null, null]);
});
