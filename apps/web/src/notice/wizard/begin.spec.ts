import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, visitor } = await openScene());
});
afterAll(() => app.close());

test('a new matter begins in one go from my work: a case, a notice in it, and the first question', async () => {
  const work = await visitor.get('/work');
  expect(work.text).toContain('action="/notices/begin"');
  const line = /<option value="(\w[\w-]*)">/.exec(work.text)?.[1];
  const begun = await visitor.post('/notices/begin', line === undefined ? {} : { line });
  expect(begun.headers['location']).toMatch(/^\/notices\/[0-9a-f-]{36}\/write\/danger$/);
  const question = await visitor.get(String(begun.headers['location']));
  expect([question.status, question.text.includes('Is iemand in gevaar?')]).toEqual([200, true]);
});

test('nobody begins one for a line that is none, and who reads only sees no button', async () => {
  await visitor.get('/work');
  expect((await visitor.post('/notices/begin', { line: 'elsewhere' })).status).toBe(422);
  const auditor = new DeskVisit(app);
  await auditor.signIn('auditor');
  expect((await auditor.get('/work')).text).not.toContain('/notices/begin');
});
