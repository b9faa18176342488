import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { Books } from '#application/books.js';
import type { Role } from '#domain/access/role.js';
import type { Confidentiality } from '#domain/case/case-file.js';
import { system } from '#domain/event.js';
import { CaseBuilder } from '#test/builders/case.builder.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { colleague } from '#test/visits/colleague.js';
import { barriers, deskBrowser, focused, overflow, tabTo, toNextPage } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let desk: Awaited<ReturnType<typeof deskBrowser>>;
let page: Page;
let address: string;
let restricted: string;
let sealed: string;

beforeAll(async () => {
  ({ app } = await openScene());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  [restricted, sealed] = [await put(701, 'restricted'), await put(702, 'sealed')];
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

async function put(n: number, confidentiality: Confidentiality): Promise<string> {
  const one = CaseBuilder.aCase(n).build();
  const named = await colleague(app);
  await colleague(app); // who could still be named
  one.restrict({ confidentiality, named: [named.userId] }, null);
  await app.get(Books).together(system('test'), (books) => books.cases.add(one, undefined));
  return one.id;
}

const open = (path: string) => page.goto(`${address}${path}`);
const click = (selector: string) =>
  toNextPage(page, () => page.$eval(selector, (element) => (element as unknown as { click(): void }).click()));

async function come(role: Role, language: string): Promise<void> {
  await signInBrowser(page, { app, address }, role);
  await open('/account');
  await page.$eval(`input[name=language][value=${language}]`, (one) => (one as unknown as { click(): void }).click());
  await click('main form.form button[type=submit]');
}

async function expectNoBarriers(path: string): Promise<void> {
  expect({ path, barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
    ...{ path, barriers: [], overflow: 0 },
  });
}

describe.each(['nl', 'en'])('who sees a case, in the language %s', (language) => {
  test('can be read and changed by everybody, at 320 pixels, in light and dark', async () => {
    await come('supervisor', language);
    for (const path of ['/cases', `/cases/${restricted}`, `/cases/${restricted}/access`]) {
      await open(path);
      await expectNoBarriers(path);
    }
  });

  test('a sealed case asks why, by keyboard alone too', async () => {
    await come('supervisor', language);
    await open(`/cases/${sealed}`);
    await expectNoBarriers('reason');
    expect(await click('main form.form button[type=submit]')).toBe(422);
    expect(await focused(page)).toBe('error-summary');
    await expectNoBarriers('no reason');
    await tabTo(page, 'textarea[name=reason]');
    await page.keyboard.type('The coordinator asks for it today.');
    await tabTo(page, 'main form.form button[type=submit]');
    await toNextPage(page, () => page.keyboard.press('Enter'));
    expect(page.url()).toBe(`${address}/cases/${sealed}`);
    await expectNoBarriers('sealed, open');
  });

  test('an auditor sees the outline', async () => {
    await come('auditor', language);
    await open(`/cases/${restricted}`);
    expect(page.url()).toBe(`${address}/cases/${restricted}/outline`);
    await expectNoBarriers('outline');
  });
});
