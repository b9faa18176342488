import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(240_000);

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(
    NoticeBuilder.aNotice(971).sentOn('2026-10-02T09:00:00Z').decidedOn('2026-10-03T09:00:00Z').build(),
  );
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
const CLICK = (element: unknown): void => (element as { click(): void }).click();
const OPEN = `document.querySelectorAll('main details').forEach((one) => (one.open = true))`;

async function stumbles(): Promise<object> {
  await page.evaluate(OPEN);
  return { barriers: await barriers(page), overflow: await overflow(page) };
}
const NOTHING = { barriers: [], overflow: 0 };

describe.each(['nl', 'en'])('the register in %s, on a narrow window, in the light and in the dark', (language) => {
  beforeAll(async () => {
    await visit('/account');
    await page.$eval(`input[name=language][value=${language}]`, CLICK);
    await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
  });

  test.each([
    ...[
      '/platforms',
      '/platforms?show=to-verify',
      '/platforms?q=nergens',
      '/platforms/facebook',
      '/platforms/practice',
    ],
    ...[
      '/platforms/mastodon?instance=oefen.social.example',
      '/platforms/practice/response',
      '/platforms/fok/response',
      '/platforms/facebook/history',
    ],
    ...['/platforms/facebook/edit', '/platforms/facebook/provider', '/platforms/facebook/channels/0'],
    ...['/platforms/facebook/channels/new', '/platforms/facebook/onboarding', '/platforms/new?host=nieuw.example'],
  ])('%s stands in nobody’s way', async (path) => {
    await visit(path);
    expect(await stumbles()).toEqual(NOTHING);
  });

  test('a change that is refused, then kept, and its history do not', async () => {
    await visit('/platforms/xvideos/edit');
    const keep = () => toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
    expect(await keep()).toBe(422);
    expect(await stumbles()).toEqual(NOTHING);
    await page.type('#repliesNl', ` (${language})`);
    await page.type('#reason', 'Nagekeken.');
    expect(await keep()).toBe(200);
    expect(await stumbles()).toEqual(NOTHING);
    await visit('/platforms/xvideos/history');
    expect(await stumbles()).toEqual(NOTHING);
  });

  test('a site is added by keyboard alone', async () => {
    await visit('/platforms/new');
    await tabTo(page, '#name', 60);
    await page.keyboard.type(`Forum ${language}`);
    await tabTo(page, '#host');
    await page.keyboard.type(`forum-${language}.example`);
    await tabTo(page, '#email');
    await page.keyboard.type(`abuse@forum-${language}.example`);
    await tabTo(page, '#source');
    await page.keyboard.type('security.txt');
    expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(200);
    expect(page.url()).toContain(`/platforms/own-forum-${language}-example`);
    expect(await stumbles()).toEqual(NOTHING);
  });

  test('a channel is said to work by keyboard alone', async () => {
    await visit('/platforms/facebook');
    await tabTo(page, 'form[action$="/verify"] button', 80);
    expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(200);
    expect(await stumbles()).toEqual(NOTHING);
  });
});
