import { beforeEach, expect, test } from '@jest/globals';
import { User } from '#domain/access/user.js';
import { system } from '#domain/event.js';
import { CountingIdentities } from '#test/builders/letter-facts.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeHasher, FakeSessions, FakeSignInCounter, FakeUserLinks, FakeUsers } from '#test/fakes/fake-access.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { FakeCommonPasswords, FakeKnownDevices } from '#test/fakes/fake-proofs.js';
import { FakeInstallation } from '#test/fakes/fake-installation.js';
import { FakeClock } from '#test/fakes/fake-clock.js';
import { AddUser } from './add-user.js';
import { NewPassword } from './new-password.js';
import { ProvePassword } from './prove-password.js';
import { Recognise } from './recognise.js';
import { RecordLook } from './record-look.js';
import { SetPassword } from './set-password.js';
import { SignIn } from './sign-in.js';

const email = 'collega@seinpost.test';
const password = 'een lange zin';
const claim = { email, password, address: '192.0.2.1', device: '' };
const BY_CONSOLE = { userId: null, administrators: [] };
let clock: FakeClock;
let books: FakeBooks;
let users: FakeUsers;
let hasher: FakeHasher;
let sessions: FakeSessions;
let signIn: SignIn;

beforeEach(async () => {
  clock = new FakeClock();
  books = new FakeBooks(() => clock.now());
  users = new FakeUsers(books);
  hasher = new FakeHasher();
  sessions = new FakeSessions(users, clock);
  const provePassword = new ProvePassword(users, hasher, new FakeSignInCounter(clock), books);
  signIn = new SignIn(provePassword, sessions, new FakeKnownDevices(), new RecordLook(books));
  const { user, event } = User.add({ id: uuid(9000), email, name: 'Oefencollega', role: 'caseworker' });
  const chosen = user.choosePassword(`new:${password}`);
  await books.together(system('test'), (open) => open.users.add(user, [event, chosen]));
});

test('the right password opens a half session for that person', async () => {
  const answer = await signIn.run({ ...claim, email: ' Collega@Seinpost.test ' });
  if (answer.kind !== 'half') throw new Error('not signed in');
  const found = await new Recognise(sessions).run(answer.secret);
  expect(found).toMatchObject({ person: { email }, whole: false, proofs: ['password'] });
});

test('an unknown person is refused as a known one, after as much work', async () => {
  expect(await signIn.run({ ...claim, password: 'wrong' })).toEqual({ kind: 'refused' });
  expect(await signIn.run({ ...claim, email: 'nobody@seinpost.test' })).toEqual({ kind: 'refused' });
  expect(hasher.compared).toEqual([`new:${password}`, null]);
});

test('somebody who left is refused, whatever the password', async () => {
  const user = await users.byEmail(email);
  await books.change('users', { id: user!.id, by: system('test') }, (found) => found.disable('left', BY_CONSOLE));
  expect(await signIn.run(claim)).toEqual({ kind: 'refused' });
});

test('after five wrong tries a right one waits, and is heard when the time is over', async () => {
  for (let n = 0; n < 5; n += 1) await signIn.run({ ...claim, password: 'wrong' });
  expect(await signIn.run(claim)).toEqual({ kind: 'wait', seconds: 2 });
  clock.set(new Date(clock.now().getTime() + 2000).toISOString());
  expect((await signIn.run(claim)).kind).toBe('half');
});

test('a hash of older parameters is made anew', async () => {
  const user = await users.byEmail(email);
  await books.change('users', { id: user!.id, by: system('test') }, (found) => found.choosePassword(`old:${password}`));
  await signIn.run(claim);
  expect((await users.byEmail(email))?.passwordHash).toBe(`new:${password}`);
  expect(books.events.at(-1)?.kind).toBe('user-password-strengthened');
});

test('a session ends after half an hour without a page, and for good', async () => {
  const answer = await signIn.run(claim);
  const secret = answer.kind === 'half' ? answer.secret : '';
  const recognise = new Recognise(sessions);
  const after = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
  after(29);
  expect(await recognise.run(secret)).toBeDefined();
  after(29);
  expect(await recognise.run(secret)).toBeDefined();
  after(31);
  expect(await recognise.run(secret)).toBeUndefined();
  expect(await sessions.find(secret)).toBeUndefined();
});

test('choosing a password by link ends the sessions that were open', async () => {
  const newcomer = { email: 'b@c.test', name: 'B', role: 'auditor' };
  const added = await new AddUser(books, new CountingIdentities()).run(newcomer, system('test'));
  const newPassword = new NewPassword(new FakeInstallation(), new FakeCommonPasswords(), hasher);
  const setPassword = new SetPassword(users, new FakeUserLinks(books), newPassword, books);
  await setPassword.run(added.secret, password);
  const first = await signIn.run({ ...claim, email: 'b@c.test' });
  expect(first.kind).toBe('half');
  await expect(setPassword.run(added.secret, password)).rejects.toMatchObject({ code: 'access.link-over' });
  const user = await users.byEmail('b@c.test');
  const again = await books.together(system('test'), ({ waysIn }) => waysIn.makeLink(user!.id));
  await setPassword.run(again.secret, 'een andere lange zin');
  expect(await sessions.find(first.kind === 'half' ? first.secret : '')).toBeUndefined();
});
