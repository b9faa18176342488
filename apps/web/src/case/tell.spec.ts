import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import type { DeskVisit } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

let app: NestExpressApplication;
let scene: DeskScene;
let visitor: DeskVisit;

beforeAll(async () => {
  ({ app, scene, visitor } = await openScene());
  const decided = NoticeBuilder.aNotice(2).sentOn('2026-01-02T09:00:00Z').decidedOn('2026-01-03T09:00:00Z').build();
  await scene.notices(NoticeBuilder.aNotice(1).sentOn('2026-01-02T09:00:00Z').build(), decided);
});
afterAll(() => app.close());

const caseOf = async (n: number): Promise<string> =>
  /\/cases\/[0-9a-f-]{36}/.exec((await visitor.get(`/notices/${uuid(n)}`)).text)![0];
const untold = async (): Promise<number> =>
  Number(/id="work-untold">[^<]*<span class="tabs__count">(\d+)</.exec((await visitor.get('/work')).text)?.[1] ?? 0);

test('a help-seeker is told what came of it, and told once it stays told until that changes', async () => {
  expect(await untold()).toBe(2);
  const address = await caseOf(2);
  expect((await visitor.get(address)).text).toContain('De hulpvrager weet van één melding nog niet hoe het staat');
  const page = (await visitor.get(`${address}/tell`)).text;
  expect([page.includes('De inhoud is weg bij'), page.includes('The content is gone from')]).toEqual([true, true]);
  const read = /name="read" value="([^"]+)"/.exec(page)![1]!;
  expect((await visitor.post(`${address}/tell`, { read })).status).toBe(422);
  expect((await visitor.post(`${address}/tell`, { read, how: 'told' })).headers['location']).toBe(address);
  const after = (await visitor.get(address)).text;
  expect([after.includes('nog niet hoe het staat'), after.includes('Hulpvrager ingelicht')]).toEqual([false, true]);
  expect(await untold()).toBe(1);
  expect((await visitor.get(`${address}/tell`)).text).toMatch(/De hulpvrager weet het nu.*Oefen/s);
});

test('silence is told too; what stood otherwise on the page is not recorded, nor a notice of another case', async () => {
  const address = await caseOf(1);
  const page = (await visitor.get(`${address}/tell?notice=${uuid(1)}`)).text;
  expect(page).toContain('gaf nog geen antwoord');
  const stale = await visitor.post(`${address}/tell`, { read: `${uuid(1)}:removed:whole`, how: 'told' });
  expect([stale.status, stale.text.includes('Intussen staat het anders')]).toEqual([409, true]);
  const strange = await visitor.post(`${address}/tell`, { read: `${uuid(2)}:removed:whole`, how: 'told' });
  expect(strange.status).toBe(404);
  const gone = await visitor.post(`${address}/tell`, { read: `${uuid(1)}:no-response:whole`, how: 'not-reachable' });
  expect(gone.status).toBe(303);
  expect((await visitor.get(`${address}/tell`)).text).toContain('De hulpvrager is niet te bereiken');
});
