import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AddUser } from '#application/access/add-user.js';
import { SetPassword } from '#application/access/set-password.js';
import { Users } from '#application/access/users.js';
import { system } from '#domain/event.js';
import { accountOf, DeskVisit, deskFacts, wholeSession } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';
import { SESSION_COOKIE } from '../frame/cookies.js';

let app: NestExpressApplication;
let db: DataSource;
let first: DeskVisit;
let second: DeskVisit;
const SECOND = 'tweede@seinpost.test';

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  db = app.get(DataSource);
  first = new DeskVisit(app);
  await first.signIn('administrator');
  const added = await app
    .get(AddUser)
    .run({ email: SECOND, name: 'Oefencollega', role: 'administrator' }, system('test'));
  await app.get(SetPassword).run(added.secret, 'een lange zin zonder regels');
  second = new DeskVisit(app);
  second.cookies.set(SESSION_COOKIE, await wholeSession(app, SECOND));
});
afterAll(() => app.close());

const idOf = async (email: string): Promise<string> => (await app.get(Users).byEmail(email))!.id;
const requests = (id: string): Promise<{ id: string; state: string }[]> =>
  db.query('select id, state from factor_resets where user_id = $1 order by asked_at, id', [id]);
async function ask(visit: DeskVisit, id: string) {
  expect((await visit.get(`/users/${id}/reset`)).status).toBe(200);
  return visit.post(`/users/${id}/reset`, {});
}
const confirm = (visit: DeskVisit, id: string, reset: string) => visit.post(`/users/${id}/reset/confirm`, { reset });

test('of two administrators who ask for one person at once, one is told that it waits already', async () => {
  const id = await idOf(accountOf('reviewer').email);
  for (const visit of [first, second]) await visit.get(`/users/${id}/reset`);
  const answers = await Promise.all([first, second].map((visit) => visit.post(`/users/${id}/reset`, {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  expect(answers.find(({ status }) => status === 422)!.text).toContain('Er wacht al een verzoek');
  expect(await requests(id)).toMatchObject([{ state: 'asked' }]);
  const again = `insert into factor_resets (id, user_id, asked_by, asked_at, state, version)
    select gen_random_uuid(), user_id, asked_by, now(), 'asked', 1 from factor_resets where user_id = $1`;
  await expect(db.query(again, [id])).rejects.toThrow('factor_resets_one_open');
});

test('a request that is over is shown as such, cannot be confirmed, and makes room for another', async () => {
  const id = await idOf(accountOf('supervisor').email);
  expect((await ask(first, id)).status).toBe(303);
  const [over] = await requests(id);
  await db.query(`update factor_resets set asked_at = asked_at - interval '73 hours' where id = $1`, [over!.id]);
  const page = await second.get(`/users/${id}/reset`);
  expect(page.text).toContain('is verlopen: niemand bevestigde het op tijd');
  expect(page.text).not.toContain('/reset/confirm');
  expect((await confirm(second, id, over!.id)).text).toContain('Dit verzoek is verlopen of al afgehandeld');
  expect((await second.get(`/users/${id}`)).text).not.toContain('Een verzoek wacht');
  expect((await ask(second, id)).status).toBe(303);
  expect((await requests(id)).map(({ state }) => state)).toEqual(['lapsed', 'asked']);
});

test('a request for one person is not confirmed at the address of another', async () => {
  const [asked] = await requests(await idOf(accountOf('supervisor').email)).then((all) => all.slice(-1));
  const other = await idOf(accountOf('auditor').email);
  await first.get(`/users/${other}/reset`);
  expect((await confirm(first, other, asked!.id)).status).toBe(404);
  expect((await requests(await idOf(accountOf('supervisor').email))).at(-1)).toMatchObject({ state: 'asked' });
});

test('a request of who is no administrator any more cannot be confirmed', async () => {
  const id = await idOf(accountOf('caseworker').email);
  expect((await ask(second, id)).status).toBe(303);
  const [asked] = await requests(id);
  await db.query('update users set disabled = true where email = $1', [SECOND]);
  await first.get(`/users/${id}/reset`);
  const refused = await confirm(first, id, asked!.id);
  expect([refused.status, refused.text.includes('allebei nog beheerder')]).toEqual([422, true]);
  expect(await requests(id)).toMatchObject([{ state: 'asked' }]);
  expect((await app.get(Users).byId(id))?.passwordHash).not.toBeNull();
});
