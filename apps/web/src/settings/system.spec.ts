import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../desk-app.js';

let app: NestExpressApplication;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
});
afterAll(() => app.close());

test('the state of the system is measured for who may read it, with what to do', async () => {
  const visitor = new DeskVisit(app);
  await visitor.signIn('administrator');
  const page = await visitor.get('/system');
  expect(page.status).toBe(200);
  expect(page.text).toContain('De database past bij dit programma.');
  expect(page.text).toContain('Start een controle op de pagina Logboek.');
  expect(page.text).toMatch(/PostgreSQL \d+/);
  const other = new DeskVisit(app);
  await other.signIn('caseworker');
  expect((await other.get('/system')).status).toBe(403);
});
