import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);
const EXPLAIN = `/notices/${uuid(961)}/grounds/AW21/explain`;
const EDIT = '/grounds/AW21/explanation/nl';

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(NoticeBuilder.aNotice(961).build());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  await signInBrowser(page, { app, address }, 'supervisor');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const visit = (path: string) => page.goto(`${address}${path}`);
const press = (which: string) => toNextPage(page, () => page.$eval(which, CLICK));
const CLICK = (element: unknown): void => (element as { click(): void }).click();
const KEEP = 'main form button[type=submit]:not([name])';
const SHOW = 'main form button[name=step]';

async function stumbles(): Promise<object> {
  return { barriers: await barriers(page), overflow: await overflow(page) };
}
const NOTHING = { barriers: [], overflow: 0 };

describe.each(['nl', 'en'])('in %s, on a narrow window, in the light and in the dark', (language) => {
  beforeAll(async () => {
    await visit('/account');
    await page.$eval(`input[name=language][value=${language}]`, CLICK);
    await press('main form.form button[type=submit]');
  });

  test.each(['/grounds', '/grounds?show=to-confirm', '/grounds?on=2024-06-30', '/grounds/SR252', '/grounds/SR248_OLD'])(
    '%s stands in nobody’s way',
    async (path) => {
      await visit(path);
      expect(await stumbles()).toEqual(NOTHING);
    },
  );

  test('rewording does not, as it is, with an example, refused, and kept', async () => {
    await visit(EDIT);
    expect(await stumbles()).toEqual(NOTHING);
    await page.$eval('#text', (field) => ((field as unknown as { value: string }).value = ''));
    await page.type('#text', `Herkenbaar (${language}): {recognisable} {stranger}`);
    expect(await press(SHOW)).toBe(200);
    expect(await stumbles()).toEqual(NOTHING);
    expect(await press(KEEP)).toBe(200);
    expect(await stumbles()).toEqual(NOTHING);
    await visit(`${EDIT}/versions/2`);
    expect(await stumbles()).toEqual(NOTHING);
    await visit(EDIT);
    expect(await press(KEEP)).toBe(422);
    expect(await stumbles()).toEqual(NOTHING);
  });

  test('answering questions does not, and can be done by keyboard alone', async () => {
    await visit(EXPLAIN);
    expect(await stumbles()).toEqual(NOTHING);
    await tabTo(page, '#q1', 60);
    await page.keyboard.type(' (het gezicht)');
    await tabTo(page, '#q3');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'button[name=step]');
    expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(200);
    expect(await stumbles()).toEqual(NOTHING);
    await page.$eval('#q1', (field) => ((field as unknown as { value: string }).value = 'x'.repeat(2001)));
    expect(await press(KEEP)).toBe(422);
    expect(await stumbles()).toEqual(NOTHING);
  });
});
