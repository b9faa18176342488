import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { AddUser } from '#application/access/add-user.js';
import { system } from '#domain/event.js';
import { DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';

let app: NestExpressApplication;
let db: DataSource;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  db = app.get(DataSource);
});
afterAll(() => app.close());

test('a person chooses language and look, is told so once, and the choice is in the log', async () => {
  const visitor = new DeskVisit(app);
  await visitor.signIn('supervisor');
  const kept = await visitor.post('/account', { language: 'en', theme: 'dark' });
  expect([kept.status, kept.headers['location']]).toEqual([303, '/account']);
  const first = await visitor.get('/account');
  expect(first.text).toContain('<html lang="en" data-theme="dark">');
  expect(first.text).toContain('Your choices are saved.');
  expect((await visitor.get('/account')).text).not.toContain('Your choices are saved.');
  const [event]: [Record<string, unknown>] = await db.query('select * from event_log order by seq desc limit 1');
  expect(event).toMatchObject({ kind: 'user-preferences-chosen', subject: 'user', actor_kind: 'user' });
  expect(event['facts']).toEqual({ language: 'en', theme: 'dark' });
  expect(event['session_id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('a language nobody speaks is refused and changes nothing', async () => {
  const visitor = new DeskVisit(app);
  await visitor.signIn('caseworker');
  const answer = await visitor.post('/account', { language: 'tlh', theme: 'dark' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Kies een taal');
});

test('the switch at the foot works before signing in', async () => {
  const visitor = new DeskVisit(app);
  await visitor.get('/sign-in');
  const switched = await visitor.post('/language', { language: 'en', to: '/sign-in' });
  expect([switched.status, switched.headers['location']]).toEqual([303, '/sign-in']);
  expect((await visitor.get('/sign-in')).text).toContain('<h1 class="utrecht-heading-1">Sign in</h1>');
});

test('a new person chooses a password by a link that works once', async () => {
  const person = { email: 'Nieuw@seinpost.test ', name: 'Nieuwe collega', role: 'caseworker' };
  const { secret, email } = await app.get(AddUser).run(person, system('test'));
  const visitor = new DeskVisit(app);
  expect((await visitor.get(`/password/${secret}`)).text).toContain('nieuw@seinpost.test');

  const short = await visitor.post(`/password/${secret}`, { password: 'kort', passwordAgain: 'kort' });
  expect(short.status).toBe(422);
  expect(short.text).toContain('<a href="#password">Kies een wachtwoord van ten minste 12 tekens</a>');
  const unlike = await visitor.post(`/password/${secret}`, {
    password: 'een lange zin',
    passwordAgain: 'een andere zin',
  });
  expect(unlike.text).toContain('niet gelijk');

  const password = 'een lange zin zonder regels';
  const chosen = await visitor.post(`/password/${secret}`, { password, passwordAgain: password });
  expect([chosen.status, chosen.headers['location']]).toEqual([303, '/sign-in']);
  expect((await visitor.get(`/password/${secret}`)).status).toBe(422);
  await visitor.get('/sign-in');
  const half = await visitor.post('/sign-in', { email, password });
  expect(half.headers['location']).toBe('/sign-in/second-step?to=%2Fwork');
  expect((await visitor.get('/sign-in/second-step')).headers['location']).toBe('/sign-in/set-up?to=%2Fwork');
});

test('a link nobody made opens nothing', async () => {
  const answer = await new DeskVisit(app).get(`/password/${'x'.repeat(43)}`);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Deze link werkt niet meer');
});
