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
let administrator: DeskVisit;
let second: DeskVisit;
const TEAM = { role: 'caseworker', helpline: 'yes', hotline: 'yes' };
const SECOND = 'tweede@seinpost.test';

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  db = app.get(DataSource);
  administrator = new DeskVisit(app);
  await administrator.signIn('administrator');
});
afterAll(() => app.close());

const idOf = async (email: string): Promise<string> => (await app.get(Users).byEmail(email))!.id;
const linkIn = (text: string): string => /\/password\/([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';
const kinds = async (userId: string): Promise<string[]> => {
  const rows: { kind: string }[] = await db.query(
    `select kind from event_log where subject = 'user' and subject_id = $1 order by seq`,
    [userId],
  );
  return rows.map(({ kind }) => kind);
};
const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';

/** A person with a password and a whole session, so that there is something to end. */
async function visitorOf(email: string, role: string): Promise<DeskVisit> {
  const { secret } = await app.get(AddUser).run({ email, name: 'Oefencollega', role }, system('test'));
  await app.get(SetPassword).run(secret, 'een lange zin zonder regels');
  const visit = new DeskVisit(app);
  visit.cookies.set(SESSION_COOKIE, await wholeSession(app, email));
  return visit;
}

test('nobody but an administrator sees who works here', async () => {
  const visitor = new DeskVisit(app);
  await visitor.signIn('supervisor');
  expect((await visitor.get('/users')).status).toBe(403);
  expect((await administrator.get('/users')).status).toBe(200);
});

test('an invited colleague stands in the list, and the link is shown this once', async () => {
  await administrator.get('/users/new');
  const wrong = await administrator.post('/users/new', { name: '', email: 'geen adres', role: 'caseworker' });
  expect(wrong.status).toBe(422);
  const shown = await administrator.post('/users/new', {
    name: 'Nieuwe collega',
    email: 'Nieuw@seinpost.test',
    ...TEAM,
  });
  expect(shown.status).toBe(200);
  const secret = linkIn(shown.text);
  expect(secret).not.toBe('');
  const id = await idOf('nieuw@seinpost.test');
  expect((await app.get(Users).byId(id))?.lines).toEqual(['helpline', 'hotline']);
  const page = await administrator.get(`/users/${id}`);
  expect(page.text).not.toContain(secret);
  expect((await administrator.get('/users?state=invited&search=nieuwe')).text).toContain('Nieuwe collega');
  expect((await administrator.get('/users?state=disabled')).text).toContain('Niemand gevonden');
  expect((await new DeskVisit(app).get(`/password/${secret}`)).status).toBe(200);
});

test('nobody is invited without a team or twice', async () => {
  await administrator.get('/users/new');
  const nowhere = { name: 'Nergens', email: 'nergens@seinpost.test', role: 'caseworker' };
  expect((await administrator.post('/users/new', nowhere)).text).toContain('Kies ten minste één team');
  const twice = await administrator.post('/users/new', { name: 'Dubbel', email: accountOf('auditor').email, ...TEAM });
  expect(twice.status).toBe(409);
});

test('a new link makes the former worthless, and a withdrawn one too', async () => {
  const email = 'link@seinpost.test';
  const { userId, secret } = await app
    .get(AddUser)
    .run({ email, name: 'Oefencollega', role: 'reviewer' }, system('test'));
  await administrator.get(`/users/${userId}`);
  const anew = linkIn((await administrator.post(`/users/${userId}/link`, {})).text);
  expect((await new DeskVisit(app).get(`/password/${secret}`)).status).toBe(422);
  expect((await new DeskVisit(app).get(`/password/${anew}`)).status).toBe(200);
  await administrator.get(`/users/${userId}`);
  expect((await administrator.post(`/users/${userId}/link/withdraw`, {})).status).toBe(303);
  expect((await new DeskVisit(app).get(`/password/${anew}`)).status).toBe(422);
  expect((await administrator.get(`/users/${userId}`)).text).toContain('Link verlopen');
  expect(await kinds(userId)).toEqual(['user-added', 'user-link-made', 'user-link-withdrawn']);
});

test('another role and other teams end the sessions, after a page that says so', async () => {
  const visitor = await visitorOf('rol@seinpost.test', 'caseworker');
  const id = await idOf('rol@seinpost.test');
  const check = await administrator.get(`/users/${id}/role/check?role=reviewer&hotline=yes&inTraining=yes`);
  expect(check.text).toContain('eindigen alle sessies');
  const version = versionIn(check.text);
  const assigned = await administrator.post(`/users/${id}/role`, {
    ...{ role: 'reviewer', helpline: '', hotline: 'yes', 'prevention-line': '', inTraining: 'yes', version },
  });
  expect([assigned.status, assigned.headers['location']]).toEqual([303, `/users/${id}`]);
  expect((await visitor.get('/work')).headers['location']).toContain('/sign-in');
  expect(await app.get(Users).byId(id)).toMatchObject({ role: 'reviewer', lines: ['hotline'], inTraining: true });
  expect((await kinds(id)).slice(-3)).toEqual(['user-role-changed', 'user-lines-changed', 'user-training-changed']);
  const late = await administrator.post(`/users/${id}/role`, { role: 'auditor', hotline: 'yes', version });
  expect(late.status).toBe(409);
});

test('nobody changes their own role or ends their own access', async () => {
  const id = await idOf(accountOf('administrator').email);
  const version = versionIn((await administrator.get(`/users/${id}/role/check?role=auditor&helpline=yes`)).text);
  const own = await administrator.post(`/users/${id}/role`, { role: 'auditor', helpline: 'yes', version });
  expect(own.status).toBe(422);
  expect(own.text).toContain('Uw eigen rol kunt u niet veranderen');
  const end = await administrator.post(`/users/${id}/disable`, { reason: 'left', version });
  expect(end.text).toContain('Uw eigen toegang kunt u niet beëindigen');
});

test('ending access ends what is open within a second, and letting in again does not open it again', async () => {
  const visitor = await visitorOf('weg@seinpost.test', 'caseworker');
  const id = await idOf('weg@seinpost.test');
  const page = await administrator.get(`/users/${id}/disable`);
  const refused = await administrator.post(`/users/${id}/disable`, { version: versionIn(page.text) });
  expect(refused.status).toBe(422);
  const done = await administrator.post(`/users/${id}/disable`, { reason: 'left', version: versionIn(page.text) });
  expect(done.status).toBe(303);
  expect((await visitor.get('/work')).headers['location']).toContain('/sign-in');
  expect((await administrator.get(`/users/${id}`)).text).toContain('Werkt hier niet meer');
  expect((await administrator.post(`/users/${id}/link`, {})).status).toBe(422);
  expect((await administrator.post(`/users/${id}/enable`, {})).status).toBe(303);
  expect((await visitor.get('/work')).headers['location']).toContain('/sign-in');
});

test('all sessions of somebody end at a press', async () => {
  const visitor = await visitorOf('sessie@seinpost.test', 'auditor');
  expect((await visitor.get('/cases')).status).toBe(200);
  const id = await idOf('sessie@seinpost.test');
  await administrator.get(`/users/${id}`);
  expect((await administrator.post(`/users/${id}/end-sessions`, {})).status).toBe(303);
  expect((await visitor.get('/cases')).headers['location']).toContain('/sign-in');
});

test('a second factor is wiped by two administrators, never by one', async () => {
  second = await visitorOf(SECOND, 'administrator');
  const id = await idOf(accountOf('reviewer').email);
  const person = new DeskVisit(app);
  await person.signIn('reviewer');
  await administrator.get(`/users/${id}/reset`);
  expect((await administrator.post(`/users/${id}/reset`, {})).status).toBe(303);
  expect((await administrator.post(`/users/${id}/reset`, {})).text).toContain('Er wacht al een verzoek');
  const [request]: [{ id: string }] = await db.query('select id from factor_resets where user_id = $1', [id]);
  const same = await administrator.post(`/users/${id}/reset/confirm`, { reset: request.id });
  expect(same.status).toBe(422);
  expect((await person.get('/work')).status).toBe(200);
  expect((await person.get('/account')).text).toContain('Een beheerder vroeg om uw tweede stap te wissen');
  expect((await second.get('/users')).text).toContain('Oefenbeoordelaar');
  await second.get(`/users/${id}/reset`);
  const done = await second.post(`/users/${id}/reset/confirm`, { reset: request.id });
  expect(linkIn(done.text)).not.toBe('');
  expect((await person.get('/work')).headers['location']).toContain('/sign-in');
  const left: unknown = await db.query('select 1 from totp_secrets where user_id = $1', [id]);
  expect(left).toEqual([]);
  expect((await app.get(Users).byId(id))?.passwordHash).toBeNull();
  expect((await second.post(`/users/${id}/reset/confirm`, { reset: request.id })).status).toBe(422);
  expect((await kinds(id)).slice(-3)).toEqual(['factor-reset-asked', 'user-begins-anew', 'factor-reset-confirmed']);
});
