import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { DataSource } from 'typeorm';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, focused, overflow, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;
const complaints: string[] = [];

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(...[981, 982, 983].map((n) => NoticeBuilder.aNotice(n).sentOn().build()));
  await open.scene.mail({ subject: 'Re: TF-2026-000981', text: 'The picture was removed from our platform today.' });
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  page.on('console', (line) => {
    if (/content security policy|trusted/i.test(line.text())) complaints.push(line.text());
  });
  await signInBrowser(page, { app, address });
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const open = (path: string) => page.goto(`${address}${path}`);
const NOTHING = { barriers: [], overflow: 0, complaints: [] };

async function stumbles(): Promise<object> {
  return { barriers: await barriers(page), overflow: await overflow(page), complaints: complaints.splice(0) };
}

async function inLanguage(language: string): Promise<void> {
  await app.get(DataSource).query('update users set language = $1', [language]);
  await page.setViewport({ width: 320, height: 640 });
}

/** Asks as a person does without a mouse. */
async function ask(words: string): Promise<void> {
  await open('/search');
  await page.focus('#q');
  await page.keyboard.type(words);
  await toNextPage(page, () => page.keyboard.press('Enter'));
}

describe.each(['nl', 'en'])('in the language %s', (language) => {
  test.each([
    ['nothing asked yet', () => open('/search')],
    ['something found', () => ask('TF-2026 981')],
    ['much found', () => ask('picture')],
    ['nothing found', () => ask('zevenkoppig')],
    ['what cannot be looked for', () => ask('%')],
    ['a question that is no longer kept', () => open('/search/nothing')],
    ['all help', () => open('/help')],
    ['help with one page', () => open('/help/write')],
    ['the glossary', () => open('/help/glossary')],
    ['the keys', () => open('/help/shortcuts')],
    ['choosing about keys', () => open('/account')],
  ])('%s can be used by everybody', async (_, go) => {
    await inLanguage(language);
    await go();
    expect(await stumbles()).toEqual(NOTHING);
  });

  test('a question that was refused has the focus on what is wrong, and everything typed still there', async () => {
    await inLanguage(language);
    await ask('"()"');
    expect(await focused(page)).toBe('error-summary');
    expect(await page.$eval('#q', VALUE)).toBe('"()"');
  });
});

const VALUE = (element: unknown): string => (element as { value: string }).value;
const active = (): Promise<unknown> => page.evaluate('document.activeElement.id || document.activeElement.textContent');
const isOpen = (): Promise<unknown> => page.evaluate(`document.querySelector('dialog.shortcuts')?.open ?? null`);

describe('keys', () => {
  beforeAll(async () => {
    await inLanguage('nl');
    await page.setViewport({ width: 1280, height: 900 });
  });

  test.each([
    ['c', '/cases'],
    ['i', '/inbox'],
    ['p', '/platforms'],
    ['h', '/work'],
  ])('g %s leads to %s', async (key, path) => {
    await open('/help');
    await page.keyboard.press('g');
    await toNextPage(page, () => page.keyboard.press(key as 'c'));
    expect(new URL(page.url()).pathname).toBe(path);
  });

  test('n begins a case, / and g s go to the box', async () => {
    await open('/work');
    await page.keyboard.press('/');
    expect([await active(), await page.$eval('#search-box', VALUE)]).toEqual(['search-box', '']);
    await open('/search');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    expect([await active(), await page.$eval('#q', VALUE)]).toEqual(['q', '']);
    await open('/work');
    await toNextPage(page, () => page.keyboard.press('n'));
    expect(new URL(page.url()).pathname).toBe('/cases/new');
  });

  test('j and k walk the rows of a list, o opens one', async () => {
    await open('/cases?status=all');
    const links = await page.$$eval('main tbody tr', (rows: unknown[]) =>
      rows.map((row) => (row as { querySelector(s: string): { textContent: string } }).querySelector('a').textContent),
    );
    await page.keyboard.press('j');
    expect(await active()).toBe(links[0]);
    await page.keyboard.press('j');
    expect(await active()).toBe(links[1]);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await active()).toBe(links[0]);
    await toNextPage(page, () => page.keyboard.press('o'));
    expect(page.url()).toMatch(/\/cases\/[0-9a-f-]{36}$/);
  });

  test('a number chooses a tab', async () => {
    await ask('picture');
    await toNextPage(page, async () => {
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('3');
    });
    expect(new URL(page.url()).searchParams.get('kind')).toBe('notices');
  });

  test('? opens the sheet, which everybody can use; Escape closes it and the focus is where it was', async () => {
    await open('/cases?status=all');
    await page.keyboard.press('j');
    const before = await active();
    await page.keyboard.press('?');
    expect(await isOpen()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    expect(page.url()).toContain('/cases?');
    await page.keyboard.press('Escape');
    expect([await isOpen(), await active()]).toEqual([false, before]);
  });

  test('are letters in a field, and with Ctrl, Alt or Shift mean what they mean elsewhere', async () => {
    await open('/cases/new');
    await page.focus('#summary');
    await page.keyboard.type('g c n ? / j 1');
    expect(await page.$eval('#summary', VALUE)).toBe('g c n ? / j 1');
    expect(await isOpen()).toBe(false);
    await open('/work');
    for (const modifier of ['Control', 'Alt', 'Meta'] as const) {
      await page.keyboard.down(modifier);
      for (const key of ['j', '/', '3'] as const) await page.keyboard.press(key);
      await page.keyboard.up(modifier);
    }
    await page.keyboard.press('G');
    await page.keyboard.press('C');
    expect([new URL(page.url()).pathname, await isOpen()]).toEqual(['/work', false]);
    expect(await active()).not.toBe('search-box');
  });

  test('do nothing for who switched them off', async () => {
    await open('/account');
    await page.click('#shortcuts-off');
    await toNextPage(page, () => page.click('main form.form button[type=submit]'));
    await open('/work');
    for (const key of ['/', '?', 'n', 'g', 'c'] as const) await page.keyboard.press(key);
    expect([new URL(page.url()).pathname, await isOpen()]).toEqual(['/work', null]);
    expect(await active()).not.toBe('search-box');
    await app.get(DataSource).query('update users set shortcuts = true');
  });
});

test('without JavaScript the box, the filters and the sheet all work', async () => {
  await page.setJavaScriptEnabled(false);
  await open('/work');
  await page.type('#search-box', 'TF-2026-000982');
  await toNextPage(page, () => page.keyboard.press('Enter'));
  expect(await page.content()).toContain('hits-notices');
  await toNextPage(page, () => page.click('.tabs__tab[href*="kind=notices"]'));
  expect(await page.content()).toMatch(/<mark>TF-2026-000982<\/mark>|TF-2026-000982/);
  await page.setJavaScriptEnabled(true);
  expect(complaints).toEqual([]);
});
