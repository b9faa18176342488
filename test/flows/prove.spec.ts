import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { DataSource } from 'typeorm';
import { OtplibCodes } from '#adapters/access/otplib-codes.js';
import { freePort } from '#adapters/postgres/embedded/connection.js';
import { AddUser } from '#application/access/add-user.js';
import { stepAt } from '#domain/access/totp.js';
import { system } from '#domain/event.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { DeskVisit, deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../../apps/web/src/desk-app.js';

jest.setTimeout(120_000);
const PASSWORD = 'een lange zin zonder regels';

let app: NestExpressApplication;
let desk: DeskBrowser;
let address: string;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  const port = await freePort();
  address = `http://localhost:${port}`;
  app = await deskApp({ ...deskFacts(databaseUrl), baseUrl: address });
  await app.listen(port, '127.0.0.1');
  desk = await deskBrowser();
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

/** Somebody an administrator invited; answers the link they got. */
async function invited(email: string): Promise<string> {
  const person = { email, name: 'Nieuwe collega', role: 'caseworker' };
  const { secret } = await app.get(AddUser).run(person, system('test'));
  return `${address}/password/${secret}`;
}

/** A browser of their own, for as long as the story lasts. */
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

/** An authenticator in the browser that holds passkeys and knows its person by a touch. */
async function withAuthenticator(page: Page): Promise<void> {
  const cdp = await page.createCDPSession();
  await cdp.send('WebAuthn.enable');
  const person = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  const options = { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...person } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
}

/** By keyboard alone: to a field, what is typed there, and Enter. */
async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}
const enter = (page: Page) => toNextPage(page, () => page.keyboard.press('Enter'));
async function press(page: Page, selector: string): Promise<number> {
  await tabTo(page, selector, 60);
  return enter(page);
}

async function choosePassword(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await type(page, '#password', PASSWORD);
  await type(page, '#passwordAgain', PASSWORD);
  await enter(page);
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await type(page, '#email', email);
  await type(page, '#password', PASSWORD);
  await enter(page);
}

const path = (page: Page): string => page.url().slice(address.length);
const textOf = async (page: Page, selector: string) =>
  await page.$$eval(selector, (found) => found.map((each) => (each as { textContent: string }).textContent.trim()));

/** Nobody is kept out of the page that is open, nor scrolls sideways. */
async function isForEverybody(page: Page): Promise<void> {
  expect({ path: path(page), barriers: await barriers(page), overflow: await overflow(page) }).toEqual({
    path: path(page),
    barriers: [],
    overflow: 0,
  });
}

const kindsOf = async (email: string): Promise<string[]> => {
  const rows: { kind: string }[] = await app
    .get(DataSource)
    .query(
      `select e.kind from event_log e join users u on u.id::text = e.subject_id where u.email = $1 order by e.seq`,
      [email],
    );
  return rows.map(({ kind }) => kind);
};

describe('somebody new, from the link to the work, by keyboard alone', () => {
  test('with a passkey: password, passkey, recovery codes; then in again by the passkey alone', () =>
    visit(async (page) => {
      const email = 'passkey@seinpost.test';
      await withAuthenticator(page);
      await choosePassword(page, await invited(email));
      await signIn(page, email);
      expect(path(page)).toBe('/sign-in/set-up?to=%2Fwork');
      await page.goto(`${address}/cases`);
      expect(path(page)).toContain('/sign-in/set-up');
      await isForEverybody(page);

      await type(page, '#name', 'laptop van het werk');
      await enter(page);
      expect(path(page)).toContain('/account/recovery-codes');
      await isForEverybody(page);
      await press(page, 'form[action="/account/recovery-codes"] button');
      expect(await textOf(page, '.codes li')).toHaveLength(10);
      await isForEverybody(page);
      await press(page, 'main a.utrecht-button');
      expect(path(page)).toBe('/cases');

      await page.goto(`${address}/account/security`);
      expect((await textOf(page, '#passkeys ~ .table-scroll tbody th'))[0]).toBe('laptop van het werk');
      await isForEverybody(page);
      await press(page, 'form[action="/sign-out"] button');
      await press(page, 'form[data-passkey] button');
      expect(path(page)).toBe('/work');
      expect(await kindsOf(email)).toEqual([
        ...['user-added', 'user-password-chosen', 'second-factor-added', 'signed-in', 'recovery-codes-made'],
        ...['signed-out', 'signed-in'],
      ]);
    }));

  test('with an app, without JavaScript: then in again by code, and by a recovery code once', () =>
    visit(async (page) => {
      const email = 'app@seinpost.test';
      await page.setJavaScriptEnabled(false);
      await choosePassword(page, await invited(email));
      await signIn(page, email);
      const secret = (await textOf(page, '.secret span')).join('');
      const codes = new OtplibCodes();
      const first = codes.codeOf(secret, stepAt(new Date()));
      await page.type('#code', first);
      await enter(page);
      await toNextPage(page, () => page.click('form[action="/account/recovery-codes"] button'));
      const [recovery = ''] = await textOf(page, '.codes li');
      const signOut = () => toNextPage(page, () => page.$eval('form[action="/sign-out"] button', CLICK));

      await signOut();
      await signIn(page, email);
      await page.type('#code', first);
      expect(await enter(page)).toBe(422);
      expect((await textOf(page, '.error-summary li'))[0]).toContain('al gebruikt');
      await page.type('#code', await new DeskVisit(app).codeOf(email));
      await enter(page);
      expect(path(page)).toBe('/work');

      await signOut();
      await signIn(page, email);
      await page.type('#code', recovery.toUpperCase());
      await enter(page);
      expect(path(page)).toBe('/work');
      await signOut();
      await signIn(page, email);
      await page.type('#code', recovery);
      expect(await enter(page)).toBe(422);
      expect(await kindsOf(email)).toContain('recovery-code-used');
    }));
});

const CLICK = (element: unknown): void => (element as { click(): void }).click();

describe.each(['nl', 'en'])('nobody is kept out, in %s', (language) => {
  test('by setting up, the second step, and changing how one signs in', () =>
    visit(async (page) => {
      const email = `everybody-${language}@seinpost.test`;
      await withAuthenticator(page);
      const link = await invited(email);
      await page.goto(`${address}/sign-in`);
      if (language === 'en') await toNextPage(page, () => page.click('footer button'));
      await app.get(DataSource).query('update users set language = $1 where email = $2', [language, email]);
      await choosePassword(page, link);
      await signIn(page, email);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      await press(page, 'form[action="/sign-in/set-up/app"] button');
      await isForEverybody(page);
      await type(page, '#name', 'Eigen laptop');
      await enter(page);
      const pages = ['security', 'password', 'app', 'passkeys/new', 'recovery-codes'];
      for (const place of [...pages.map((each) => `/account/${each}`), '/prove']) {
        await page.goto(`${address}${place}`);
        await isForEverybody(page);
      }
      await press(page, 'form[action="/prove"] button');
      await isForEverybody(page);
      await page.goto(`${address}/account/security`);
      await press(page, 'main form[action="/sign-out"] button');
      await signIn(page, email);
      await isForEverybody(page);
      await press(page, 'form[action="/sign-in/second-step"] button');
      await isForEverybody(page);
    }));
});

test('who does nothing for long is asked two minutes before the end, and goes on with one key', () =>
  visit(async (page) => {
    await page.evaluateOnNewDocument(QUICK);
    await signInBrowser(page, { app, address });
    await page.waitForSelector('dialog.session-warning[open]');
    await app
      .get(DataSource)
      .query(
        `update sessions set seen_at = seen_at - interval '5 minutes', began_at = began_at - interval '6 minutes'`,
      );
    const [aged] = await seen();
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/account/here'));
    await page.keyboard.press('Enter');
    expect((await answered).status()).toBe(204);
    expect(await page.$('dialog.session-warning[open]')).toBeNull();
    const [after] = await seen();
    expect(after!.at.getTime()).toBeGreaterThan(aged!.at.getTime() + 4 * 60_000);
  }));

/** Twenty-eight minutes pass in a moment, once. */
const QUICK = `
  const slow = setTimeout;
  let passed = false;
  window.setTimeout = (act, wait, ...rest) => {
    const isIdle = wait === 28 * 60_000 && !passed;
    if (isIdle) passed = true;
    return slow(act, isIdle ? 50 : wait, ...rest);
  };`;

const seen = (): Promise<{ at: Date }[]> => app.get(DataSource).query('select max(seen_at) as at from sessions');
