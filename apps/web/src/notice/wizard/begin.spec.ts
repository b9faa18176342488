import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { NewDrafts } from '#application/notice/new-drafts.js';
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

test('a fault between case and notice leaves neither, and no number is lost', async () => {
  const stands = async () =>
    JSON.stringify([
      await app.get(DataSource).query('select count(*) from case_files'),
      await app.get(DataSource).query('select * from running_numbers order by 1, 2'),
      await app.get(DataSource).query('select count(*) from event_log where subject = $1', ['case']),
    ]);
  await visitor.get('/work');
  const before = await stands();
  const fault = jest.spyOn(app.get(NewDrafts), 'add').mockRejectedValueOnce(new Error('broken between'));
  expect((await visitor.post('/notices/begin', { line: 'helpline' })).status).toBe(500);
  expect(fault).toHaveBeenCalledTimes(1);
  expect(await stands()).toBe(before);
});

test('nobody begins one for a line that is none, and who reads only sees no button', async () => {
  await visitor.get('/work');
  expect((await visitor.post('/notices/begin', { line: 'elsewhere' })).status).toBe(422);
  const auditor = new DeskVisit(app);
  await auditor.signIn('auditor');
  expect((await auditor.get('/work')).text).not.toContain('/notices/begin');
});
