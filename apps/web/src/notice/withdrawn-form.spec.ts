import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeFile } from '#application/notice/notice-file.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { aWaitingForm, GAVE, nowHere } from '#test/visits/form-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let visitor: DeskVisit;
let open: Awaited<ReturnType<typeof openScene>>;

beforeAll(async () => {
  open = await openScene();
  ({ app, visitor } = open);
});
afterAll(() => app.close());

test('a withdrawal that its form did not take is work, and the platform is told again, once', async () => {
  const path = await aWaitingForm(open, 922);
  const notice = `/notices/${uuid(922)}`;
  const version = async () => String((await app.get(NoticeFile).whole(uuid(922))).notice.version);
  await visitor.get(path);
  await visitor.upload(path, [], { ...GAVE, at: nowHere() });
  const why = { version: await version(), because: 'duplicate' };
  await visitor.get(notice);
  const letter = String((await visitor.post(`${notice}/withdraw/letter`, why)).headers['location']);
  await visitor.get(letter);
  expect((await visitor.post(letter, { version: await version() })).status).toBe(303);
  const early = await visitor.get(`${notice}/withdraw`);
  expect(early.text).toContain('al ingetrokken');
  expect((await visitor.get('/work?show=withdrawals')).text).not.toContain('TF-2026-000922');
  const { deliveries } = await app.get(NoticeFile).whole(uuid(922));
  const form = `${notice}/hand-in/${deliveries.at(-1)!.id}`;
  await visitor.get(`${form}/defect`);
  const met = await visitor.upload(`${form}/defect`, [], { kind: 'captcha', note: '' });
  expect(met.headers['location']).toBe(`${notice}/withdraw`);
  expect((await visitor.get(notice)).text).toContain('Het platform weet nog niet dat de melding is ingetrokken');
  expect((await visitor.get('/work?show=withdrawals')).text).toContain('TF-2026-000922');
  expect((await visitor.get(`${notice}/withdraw`)).text).toContain('Lees de nieuwe brief');
  const again = await visitor.post(`${notice}/withdraw/again`, { version: await version() });
  const read = String(again.headers['location']);
  expect((await visitor.get(read)).text).toContain('De melding blijft ingetrokken');
  const seen = { version: await version() };
  const pressed = await Promise.all([1, 2].map(() => visitor.post(read, seen)));
  expect(pressed.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(pressed.some(({ status }) => status === 409 || status === 422)).toBe(true);
  const now = await app.get(NoticeFile).whole(uuid(922));
  expect([now.notice.status, now.deliveries.map(({ purpose, state }) => [purpose, state])]).toEqual([
    'withdrawn',
    [
      ['notice', 'sent'],
      ['withdrawal', 'failed'],
      ['withdrawal', 'queued'],
    ],
  ]);
  expect((await visitor.get('/work?show=withdrawals')).text).not.toContain('TF-2026-000922');
});
