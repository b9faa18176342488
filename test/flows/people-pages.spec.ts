import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { AddUser } from '#application/access/add-user.js';
import { AskFactorReset } from '#application/access/ask-factor-reset.js';
import { ChoosePreferences } from '#application/access/choose-preferences.js';
import { Sessions } from '#application/access/sessions.js';
import { Users } from '#application/access/users.js';
import type { Role } from '#domain/access/role.js';
import { system } from '#domain/event.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { accountOf, wholeSession } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;
let invited: string;
let waiting: string;

const open = (path: string) => page.goto(`${address}${path}`);
const idOf = async (email: string) => (await app.get(Users).byEmail(email))!.id;

beforeAll(async () => {
  ({ app } = await openScene());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  const name = 'Collega met een heel lange naam die nergens mag uitsteken';
  const person = { email: 'collega-met-een-heel-lang-adres@organisatie.seinpost.test', name, role: 'administrator' };
  ({ userId: invited } = await app.get(AddUser).run(person, system('test')));
  waiting = await idOf(accountOf('reviewer').email);
  await app.get(AskFactorReset).run(waiting, { kind: 'user', userId: invited, sessionId: null });
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  await signInBrowser(page, { app, address }, 'administrator');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

test.each(['nl', 'en'] as const)(
  'pages of people have no barriers and fit on a small screen, in %s',
  async (language) => {
    const secret = await wholeSession(app, accountOf('administrator').email);
    const me = (await app.get(Sessions).find(secret))!.person;
    await app.get(ChoosePreferences).run(me, { language, theme: 'auto' });
    const pages = [
      '',
      '?state=disabled',
      '/new',
      `/${invited}`,
      `/${invited}/role`,
      `/${invited}/role/check?role=auditor`,
    ];
    for (const path of [...pages, `/${invited}/disable`, `/${invited}/reset`, `/${waiting}/reset`]) {
      await open(`/users${path}`);
      expect({ path, barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
        ...{ path, barriers: [], overflow: 0 },
      });
    }
  },
);

test.each<[Role, string[]]>([
  ['administrator', ['/system', '/settings', '/settings/mailboxes', '/settings/technical/address']],
  ['supervisor', ['desk', 'designation', 'rules'].map((part) => `/settings/content/${part}`)],
])('pages of settings and of the system have no barriers either, as %s', async (role, paths) => {
  await signInBrowser(page, { app, address }, role);
  for (const path of paths) {
    await open(path);
    expect([path, await barriers(page), await overflow(page)]).toEqual([path, [], 0]);
  }
  await signInBrowser(page, { app, address }, 'administrator');
});

test('a colleague is invited by keyboard alone, and a wrong form says what is missing', async () => {
  await open('/users/new');
  await page.focus('#email');
  expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(422);
  expect(await barriers(page)).toEqual([]);
  await page.type('#name', 'Nieuwe collega');
  await page.type('#email', 'nieuw@seinpost.test');
  await tabTo(page, '#helpline');
  await page.keyboard.press('Space');
  await tabTo(page, '.actions button');
  expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(200);
  expect(await page.$eval('#link', (area) => (area as unknown as { value: string }).value)).toMatch(
    /\/password\/\S{43}$/,
  );
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
});
