import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { DataSource } from 'typeorm';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, focused, overflow, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';
import { setDesk, type Standing } from './every-page/desk-of-pages.js';
import { CASE_PAGES, noticePages, wrongs, type Wrong } from './every-page/places.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;
let standing: Standing;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  standing = await setDesk(open);
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

/** What somebody would stumble over on the page that is open. */
const stumbles = async () => ({
  language: await page.evaluate('document.documentElement.lang'),
  ...{ barriers: await barriers(page), overflow: await overflow(page) },
});
const nothing = (language: string) => ({ language, barriers: [], overflow: 0 });

/** Links of the summary that do not put the focus on something that can be answered. */
const LOST_LINKS = `[...document.querySelectorAll('.error-summary a')].filter((link) => {
  document.activeElement.blur();
  link.click();
  return !document.activeElement.matches('input:not([type=hidden]), select, textarea, button');
}).map((link) => link.getAttribute('href'))`;

/** Types what is wrong and sends it. */
async function send({ path, typed = {}, form = 'main form.form:not(.form--quiet)' }: Wrong): Promise<number> {
  await page.goto(address + path);
  const sends = `(() => {
    const form = [...document.querySelectorAll(${JSON.stringify(form)})].at(-1);
    for (const [name, text] of Object.entries(${JSON.stringify(typed)})) form.elements[name].value = text;
    (form.querySelector('.actions button[type=submit]') ?? form.querySelector('button[type=submit]')).click();
  })()`;
  return toNextPage(page, () => page.evaluate(sends));
}

describe.each(['nl', 'en'])('in %s, on a narrow window, in the light and in the dark', (language) => {
  beforeAll(() => app.get(DataSource).query('update users set language = $1', [language]));

  test('no page stands in anybody’s way', async () => {
    const seen: [string, unknown][] = [];
    // Cases are seen in Dutch by a test of their own; so is the wizard of a notice not yet begun, in both languages.
    for (const path of [...noticePages(standing), ...(language === 'en' ? CASE_PAGES : [])]) {
      const status = (await page.goto(address + path))?.status();
      seen.push([path, { status, ...(await stumbles()) }]);
    }
    expect(seen).toEqual(seen.map(([path]) => [path, { status: 200, ...nothing(language) }]));
  });

  test('no form that was refused does; its summary has the focus, and each of its links leads to a choice or a field', async () => {
    const seen: [string, unknown][] = [];
    for (const wrong of wrongs(standing)) {
      const answer = { status: await send(wrong), focus: await focused(page) };
      const found = await stumbles();
      seen.push([wrong.path, { ...answer, ...found, lost: await page.evaluate(LOST_LINKS) }]);
    }
    const refused = { status: 422, focus: 'error-summary', lost: [] };
    expect(seen).toEqual(seen.map(([path]) => [path, { ...refused, ...nothing(language) }]));
  });
});
