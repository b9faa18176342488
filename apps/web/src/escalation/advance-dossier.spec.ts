import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

const DOSSIER = { about: 'practice', from: '2026-10-01', to: '2026-11-30' };

let app: NestExpressApplication;
let supervisor: DeskVisit;
let dossier: string;

beforeAll(async () => {
  ({ app } = await openScene());
  supervisor = new DeskVisit(app);
  await supervisor.signIn('supervisor');
  await supervisor.get('/dossiers');
  dossier = String((await supervisor.post('/dossiers', DOSSIER)).headers['location']);
});
afterAll(() => app.close());

const step = async (to: string, version: string) => {
  await supervisor.get(`${dossier}/advance/${to}`);
  return supervisor.post(`${dossier}/advance/${to}`, { version });
};

test('a dossier goes step by step, each confirmed, and its page offers only what may follow', async () => {
  const steps = ['reviewed', 'draft', 'reviewed', 'sent', 'received', 'transmitted', 'closed'];
  for (const [index, to] of steps.entries()) {
    const { text } = await supervisor.get(dossier);
    expect(text).toContain(`${dossier}/advance/${to}`);
    expect((await supervisor.get(`${dossier}/advance/${to}`)).status).toBe(200);
    expect([to, (await step(to, String(index + 1))).status]).toEqual([to, 303]);
  }
  const { text } = await supervisor.get(dossier);
  expect(text).toContain('Gesloten');
  expect(text).not.toContain('/advance/');
});

test('a step that does not follow, one that does not exist, and an old page are refused', async () => {
  await supervisor.get('/dossiers');
  dossier = String((await supervisor.post('/dossiers', DOSSIER)).headers['location']);
  expect((await step('sent', '1')).status).toBe(409);
  expect((await step('__proto__', '1')).status).toBe(409);
  expect((await step('reviewed', '7')).status).toBe(409);
  expect((await supervisor.get(dossier)).text).toContain('/advance/reviewed');
});

test.each(['reviewer', 'caseworker', 'auditor'] as const)('a person with the role %s takes no step', async (role) => {
  const visit = new DeskVisit(app);
  await visit.signIn(role);
  expect((await visit.get(`${dossier}/advance/reviewed`)).status).toBe(403);
  expect((await visit.post(`${dossier}/advance/reviewed`, { version: '1' })).status).toBe(403);
});
