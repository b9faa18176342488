import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#adapters/postgres/data-source.js';
import type { Role } from '#domain/access/role.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { accountOf, DeskVisit, wholeSession } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';

jest.setTimeout(120_000);
const CASE = { line: 'helpline', ageBand: 'unknown', mandate: 'none', manipulated: 'unknown', urgency: 'soon' };
const LONG = `${'Wat er gebeurde, met "tekens" & <b>meer</b>. '.repeat(80)}\nTweede regel.`.slice(0, 3_900);

let app: NestExpressApplication;
let db: DataSource;
let desk: DeskBrowser;
let address: string;

beforeAll(async () => {
  let databaseUrl: string;
  ({ app, databaseUrl } = await openScene());
  db = await openDataSource(databaseUrl, 1);
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
});
afterAll(async () => {
  await desk?.end();
  await db?.destroy();
  await app?.close();
});

const endSessions = () =>
  db.query(`update sessions set began_at = began_at - interval '1 hour', seen_at = seen_at - interval '1 hour'`);

async function visit(story: (page: Page) => Promise<void>): Promise<void> {
  const context = await desk.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 320, height: 640 });
    await story(page);
  } finally {
    await context.close();
  }
}

/** Comes in again in a browser that was led to sign-in, and goes where it was to go. */
async function comeIn(page: Page, role: Role): Promise<void> {
  const to = new URL(page.url()).searchParams.get('to') ?? '/work';
  const value = await wholeSession(app, accountOf(role).email);
  const cookie = { name: SESSION_COOKIE, value, domain: 'localhost', path: '/', secure: true, httpOnly: true };
  await page.browserContext().setCookie({ ...cookie, sameSite: 'Lax' });
  await page.goto(`${address}${to}`);
}

const valueOf = (page: Page, name: string) =>
  page.evaluate(`document.querySelector('form [name=${name}]:is(:checked, :not([type=radio]))')?.value`);
const stored = (page: Page) => page.evaluate(`JSON.stringify(sessionStorage)`) as Promise<string>;

/** Writes a new case, and presses the button when the session is over. */
async function writeTooLong(page: Page): Promise<number> {
  await page.goto(`${address}/cases/new`);
  await page.evaluate(`document.querySelector('[name=summary]').value = ${JSON.stringify(LONG)}`);
  await page.click('[name=urgency][value=soon]');
  await page.select('[name=ageBand]', '16-17');
  await endSessions();
  return toNextPage(page, () => page.click('main form button[type=submit]'));
}

describe('a session that ends while somebody writes (F55)', () => {
  test('gives the words back with a way to sign in, and takes nothing', async () => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    await visitor.get('/cases/new');
    await endSessions();
    const answer = await visitor.post('/cases/new', { ...CASE, summary: LONG });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('U bent uitgelogd');
    expect(answer.text).toContain('href="/sign-in?to&#x3D;%2Fcases%2Fnew"');
    expect(answer.text).toContain('Tweede regel.</pre>');
    expect(await db.query(`select 1 from case_files`)).toEqual([]);
  });

  test.each([
    ['/cases/00000000-0000-4000-8000-000000000001/close', '%2Fcases%2F00000000-0000-4000-8000-000000000001'],
    ['/nowhere/at/all', '%2Fwork'],
  ])('leads from %s to the page that holds the form', async (path, page) => {
    const visitor = new DeskVisit(app);
    await visitor.signIn();
    await endSessions();
    const { status, text } = await visitor.post(path, { reason: 'x', password: 'geheim woord' });
    expect([status, text.includes('geheim woord')]).toEqual([path.startsWith('/nowhere') ? 404 : 401, false]);
    if (status === 401) expect(text).toContain(`href="/sign-in?to&#x3D;${page}"`);
  });

  test('fills the form again when the same person is back, and the form can be sent', async () => {
    await visit(async (page) => {
      await signInBrowser(page, { app, address });
      expect(await writeTooLong(page)).toBe(401);
      expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);
      expect(await page.evaluate(`document.querySelector('[data-words-for]').hidden`)).toBe(false);
      await toNextPage(page, () => page.click('.actions a'));
      await comeIn(page, 'caseworker');
      expect([await valueOf(page, 'summary'), await valueOf(page, 'urgency')]).toEqual([LONG, 'soon']);
      expect(await page.evaluate(`document.querySelector('.filled-again').textContent`)).toContain(
        'nog niet verstuurd',
      );
      expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);
      expect(await stored(page)).not.toContain('gebeurde');
      await page.click('[name=line][value=helpline]');
      expect(await toNextPage(page, () => page.click('main form button[type=submit]'))).toBe(200);
      expect(page.url()).toMatch(/\/cases\/[0-9a-f-]{36}$/);
      await page.goto(`${address}/cases/new`);
      expect(await valueOf(page, 'summary')).toBe('');
    });
  });

  test('after signing in elsewhere meanwhile, the form of before is filled again too', async () => {
    await visit(async (page) => {
      await signInBrowser(page, { app, address });
      await page.goto(`${address}/cases/new`);
      await page.evaluate(`document.querySelector('[name=summary]').value = 'Uit een eerdere sessie'`);
      await page.browserContext().setCookie({
        ...{ name: SESSION_COOKIE, value: await wholeSession(app, accountOf('caseworker').email) },
        ...{ domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
      });
      expect(await toNextPage(page, () => page.click('main form button[type=submit]'))).toBe(403);
      await toNextPage(page, () => page.click('.actions a'));
      expect(await valueOf(page, 'summary')).toBe('Uit een eerdere sessie');
    });
  });

  test('keeps the words from the next person at this browser, and from everybody after signing out', async () => {
    await visit(async (page) => {
      await signInBrowser(page, { app, address });
      await writeTooLong(page);
      expect(await stored(page)).toContain('gebeurde');
      await comeIn(page, 'supervisor');
      expect(await stored(page)).not.toContain('gebeurde');
      await page.goto(`${address}/cases/new`);
      expect(await valueOf(page, 'summary')).toBe('');
      await writeTooLong(page);
      await comeIn(page, 'supervisor');
      expect(await stored(page)).toContain('gebeurde');
      await page.evaluate(`document.querySelector('form[action="/sign-out"] button').click()`);
      await page.waitForNavigation({ waitUntil: 'load' }).catch(() => undefined);
      expect(await stored(page)).toBe('{}');
    });
  });
});

test('after signing out the back button shows nothing of a case (F73)', async () => {
  await visit(async (page) => {
    await signInBrowser(page, { app, address }, 'supervisor');
    await page.goto(`${address}/cases/new`);
    await page.evaluate(`document.querySelector('[name=summary]').value = 'Zichtbare woorden van een zaak'`);
    await page.click('[name=line][value=helpline]');
    await page.click('[name=urgency][value=normal]');
    await toNextPage(page, () => page.click('main form button[type=submit]'));
    expect(await page.evaluate('document.body.innerText')).toContain('Zichtbare woorden');
    await page.evaluate(`document.querySelector('details.menu').open = true`);
    await toNextPage(page, () => page.click('form[action="/sign-out"] button'));
    for (let back = 0; back < 3; back += 1) {
      await page.goBack({ waitUntil: 'load' }).catch(() => null);
      expect(await page.content()).not.toContain('Zichtbare woorden');
      expect(await page.evaluate(`!document.querySelector('.rail')`)).toBe(true);
    }
  });
});

test('a browser reports what our policy kept from a page, and the log says nothing of where', async () => {
  const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  await visit(async (page) => {
    await signInBrowser(page, { app, address });
    await page.goto(`${address}/cases?search=naam-van-een-slachtoffer`);
    await page.evaluate(`document.body.setAttribute('style', 'color: red')`);
    await page.evaluate(`{ const image = new Image(); image.src = 'https://slachtoffer.test/naam.png'; }`);
    for (let n = 0; n < 150 && said.mock.calls.length < 1; n += 1) await pause(500);
  });
  const lines = said.mock.calls.map(([line]) => String(line));
  said.mockRestore();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).toMatch(/kept from a page: (style-src-attr|img-src), (inline|http)/);
  expect(lines.join('\n')).not.toMatch(/slachtoffer|cases|localhost/);
});
