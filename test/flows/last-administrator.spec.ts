import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AssignUser } from '#application/access/assign-user.js';
import { DisableUser } from '#application/access/disable-user.js';
import { User } from '#domain/access/user.js';
import { system, type Actor } from '#domain/event.js';
import { uuid } from '#test/builders/uuid.js';
import { openPgBooks, type OpenedPgBooks } from '#test/setup/open-pg-books.js';

let open: OpenedPgBooks;
const administrators = (): Promise<{ n: number }[]> =>
  open.db.query(`select count(*)::int as n from users where role = 'administrator' and not disabled`);
const as = (userId: string): Actor => ({ kind: 'user', userId, sessionId: null });

async function twoAdministrators(from: number): Promise<[string, string]> {
  const ids: [string, string] = [uuid(from), uuid(from + 1)];
  await open.db.query('update users set disabled = true');
  for (const id of ids) {
    const { user } = User.add({ id, email: `${id}@seinpost.test`, name: 'Oefenbeheerder', role: 'administrator' });
    user.choosePassword('$argon2id$v=19$m=64,t=1,p=1$AAAA$BBBB');
    await open.books.together(system('test'), ({ users }) => users.add(user, undefined));
  }
  return ids;
}

beforeAll(async () => {
  open = await openPgBooks();
});
afterAll(() => open.close());

test('two administrators who disable one another at once: one of them stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [ann, bob] = await twoAdministrators(100 + round * 10);
    const act = new DisableUser(open.books);
    const ends = await Promise.allSettled([
      act.run({ id: ann, reason: 'left', by: as(bob) }),
      act.run({ id: bob, reason: 'left', by: as(ann) }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find((end) => end.status === 'rejected')?.reason).toMatchObject({ code: 'access.last-administrator' });
    expect(await administrators()).toEqual([{ n: 1 }]);
  }
});

test('one is disabled while the other is given another role: one administrator stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [ann, bob] = await twoAdministrators(300 + round * 10);
    const ends = await Promise.allSettled([
      new DisableUser(open.books).run({ id: ann, reason: 'left', by: system('test') }),
      new AssignUser(open.books).run({
        id: bob,
        role: 'auditor',
        lines: ['helpline'],
        inTraining: false,
        by: system('test'),
      }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await administrators()).toEqual([{ n: 1 }]);
  }
});
