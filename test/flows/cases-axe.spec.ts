import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { CaseList } from '#application/case/case-list.js';
import { Books } from '#application/books.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import {
  barriers,
  deskBrowser,
  focused,
  overflow,
  tabTo,
  toNextPage,
  type DeskBrowser,
} from '#test/visits/desk-browser.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(240_000);
const CASE = `/cases/${uuid(1410)}`;
const TABS = ['', '/notices', '/messages', '/evidence', '/tasks', '/timeline', '/access', '/assign', '/edit'];
const NOTHING = { barriers: [], overflow: 0 };

let app: NestExpressApplication;
let scene: DeskScene;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  ({ app, scene } = await openScene());
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

const open = (path: string) => page.goto(`${address}${path}`);
const stumbles = async () => ({ barriers: await barriers(page), overflow: await overflow(page) });
const CLICK = (element: unknown): void => (element as { click(): void }).click();

/** Every page of the list and of a case, as far as there is something to show. */
async function everyPage(): Promise<void> {
  for (const path of await paths()) await looksGood(path);
}

async function looksGood(path: string): Promise<void> {
  await open(path);
  expect([path, await stumbles()]).toEqual([path, NOTHING]);
}

async function paths(): Promise<string[]> {
  const lists = [
    '/cases',
    '/cases?urgency=now&from=2026-01-01',
    '/cases/views',
    '/cases/views/new?urgency=now',
    '/team',
    '/work',
  ];
  const [one] = await app.get(CaseList).files([uuid(1410)]);
  const together = one
    ? [`/cases/together?act=assign&chosen=${one.id}`, `/cases/together?act=close&chosen=${one.id}&chosen=${uuid(1412)}`]
    : ['/cases/together'];
  return [...lists, ...together, ...(one ? TABS.map((tab) => `${CASE}${tab}`) : [])];
}

describe('nobody stumbles over cases, in light and dark, on a window as narrow as a telephone', () => {
  test('while there are none', everyPage);

  test('when they are there', async () => {
    await scene.notices(
      NoticeBuilder.aNotice(910).sentOn('2026-01-02T09:00:00Z').build(),
      NoticeBuilder.aNotice(911).build(),
      NoticeBuilder.aNotice(912).sentOn().decidedOn('2026-11-05T09:00:00Z', 'removed').build(),
    );
    await scene.mail({ subject: 'Re: TF-2026-000910', text: 'We have received your report.' });
    await everyPage();
  });

  test('in the other language', async () => {
    await open('/account');
    await page.$eval('input[name=language][value=en]', CLICK);
    await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
    for (const path of ['/cases', CASE, `${CASE}/edit`, '/team']) await looksGood(path);
  });

  test('when something is wrong: the summary has the focus, and what was typed stays', async () => {
    await open('/cases/views/new?urgency=now');
    await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
    expect([await focused(page), await stumbles()]).toEqual(['error-summary', NOTHING]);
    await open(`${CASE}/edit`);
    await page.evaluate(
      "Object.assign(document.querySelector('[name=mandateValidUntil]'), { type: 'text', value: 'morgen' })",
    );
    await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
    expect([await focused(page), await stumbles()]).toEqual(['error-summary', NOTHING]);
  });

  test('when the case is closed', async () => {
    await app.get(Books).change('cases', { id: uuid(1412), by: system('test') }, (one) => one.close(new Date()));
    await open(`/cases/${uuid(1412)}`);
    expect([await stumbles(), (await page.content()).includes('This case is closed')]).toEqual([NOTHING, true]);
  });
});

describe('by keyboard alone', () => {
  test('somebody filters, chooses cases, sees what changes and undoes it', async () => {
    await page.setViewport({ width: 1280, height: 900 });
    await open('/cases');
    await tabTo(page, '#unanswered', 80);
    await page.keyboard.press('Space');
    await tabTo(page, '.filter__form button');
    await toNextPage(page, () => page.keyboard.press('Enter'));
    expect(new URL(page.url()).searchParams.get('unanswered')).toBe('yes');
    await tabTo(page, `#tick-${uuid(1410)}`, 80);
    await page.keyboard.press('Space');
    await open(`/cases/together?act=assign&chosen=${uuid(1410)}`);
    await tabTo(page, '#to', 80);
    await tabTo(page, 'main form button');
    await toNextPage(page, () => page.keyboard.press('Enter'));
    await tabTo(page, 'main form button', 80);
    await toNextPage(page, () => page.keyboard.press('Enter'));
    expect(await page.content()).toContain('1 case has changed.');
    await tabTo(page, 'main form button', 80);
    await toNextPage(page, () => page.keyboard.press('Enter'));
    expect(await page.content()).toContain('Undone.');
  });

  test('the bar of a case never hides what has the focus', async () => {
    await page.setViewport({ width: 1280, height: 420 });
    await open(CASE);
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(HIDDEN)).toBe(false);
    }
    for (let n = 0; n < 25; n += 1) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      expect(await page.evaluate(HIDDEN)).toBe(false);
    }
  });
});

/** Whether what has the focus in the page lies wholly under the bar that stays at the top. */
const HIDDEN = `(() => {
  const at = document.activeElement.getBoundingClientRect();
  const bar = document.querySelector('.identity').getBoundingClientRect();
  return document.activeElement.closest('main') !== null && at.height > 0 && at.bottom <= bar.bottom;
})()`;
