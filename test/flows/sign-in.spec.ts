import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { DataSource } from 'typeorm';
import { freshDatabase } from '#test/setup/fresh-database.js';
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
import { accountOf, DeskVisit, practiceAccounts, deskFacts } from '#test/visits/desk-visit.js';
import { deskApp } from '../../apps/web/src/desk-app.js';

let app: NestExpressApplication;
let desk: DeskBrowser;
let address: string;
const { email, password } = accountOf('caseworker');

beforeAll(async () => {
  const databaseUrl = await freshDatabase();
  await practiceAccounts(databaseUrl);
  app = await deskApp(deskFacts(databaseUrl));
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
});
afterAll(async () => {
  await desk.end();
  await app.close();
});

/** A page of a visitor nobody knows yet, closed when the story is told. */
async function visit(story: (page: Page) => Promise<void>): Promise<void> {
  const context = await desk.browser.createBrowserContext();
  try {
    await story(await context.newPage());
  } finally {
    await context.close();
  }
}

/** By password and code, as a person does. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.type('#email', email);
  await page.type('#password', password);
  await toNextPage(page, () => page.keyboard.press('Enter'));
  await page.type('#code', await codeOf());
  await toNextPage(page, () => page.keyboard.press('Enter'));
}

/** The code the caseworker's app shows; the desk is made to forget the last one, so that a test need not wait for the next. */
async function codeOf(): Promise<string> {
  await app.get(DataSource).query('update totp_secrets set last_step = 0');
  return new DeskVisit(app).codeOf(email);
}

describe('signing in', () => {
  test('goes by keyboard alone, with a wrong password first', () =>
    visit(async (page) => {
      await page.goto(`${address}/account`);
      await tabTo(page, '.utrecht-skip-link', 1);
      await tabTo(page, '#email');
      await page.keyboard.type(email);
      await tabTo(page, '#password');
      await page.keyboard.type('not this one');
      expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(422);

      expect(await focused(page)).toBe('error-summary');
      expect(await page.title()).toBe('Fout: Inloggen · Seinpost');
      expect(await page.evaluate("document.querySelector('#email').value")).toBe(email);
      await tabTo(page, '#password');
      await page.keyboard.type(password);
      await tabTo(page, 'button[type=submit]', 1);
      await toNextPage(page, () => page.keyboard.press('Space'));

      expect(await page.title()).toBe('Tweede stap · Seinpost');
      await tabTo(page, '#code');
      await page.keyboard.type('000 000');
      expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(422);
      await tabTo(page, '#code');
      await page.keyboard.type(await codeOf());
      await toNextPage(page, () => page.keyboard.press('Enter'));
      expect(page.url()).toBe(`${address}/account`);

      await tabTo(page, '.menu summary');
      await page.keyboard.press('Enter');
      await tabTo(page, 'form[action="/sign-out"] button');
      await toNextPage(page, () => page.keyboard.press('Enter'));
      expect(page.url()).toBe(`${address}/sign-in`);
    }));

  test('goes without JavaScript', () =>
    visit(async (page) => {
      await page.setJavaScriptEnabled(false);
      await signIn(page);
      expect(page.url()).toBe(`${address}/work`);
      expect(await page.evaluate("document.querySelector('h1').textContent")).toBe('Mijn werk');
    }));

  test('says in plain words which fields are empty and leads to them', () =>
    visit(async (page) => {
      await page.goto(`${address}/sign-in`);
      await toNextPage(page, () => page.click('main button'));
      await page.click('.error-summary a[href="#password"]');
      expect(await focused(page)).toBe('password');
    }));
});

describe.each(['nl', 'en'])('nobody is kept out, in %s', (language) => {
  test('by sign-in, a wrong password, my work, my account, a choice refused or a page that is not there', () =>
    visit(async (page) => {
      await page.goto(`${address}/sign-in`);
      if (language === 'en') await toNextPage(page, () => page.click('footer button'));
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await barriers(page)).toEqual([]);
      await page.type('#email', email);
      await toNextPage(page, () => page.click('main button'));
      expect(await barriers(page)).toEqual([]);

      await signInBrowser(page, { app, address });
      await page.goto(`${address}/account`);
      await page.click(`[name=language][value=${language}]`);
      await toNextPage(page, () => page.click('main button[type=submit]'));
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      for (const path of ['/account', '/work', '/nowhere']) {
        await page.goto(`${address}${path}`);
        expect(await barriers(page)).toEqual([]);
      }
    }));
});

test('nobody scrolls sideways in a window of 320 pixels', () =>
  visit(async (page) => {
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(`${address}/sign-in`);
    expect(await overflow(page)).toBe(0);
    await signInBrowser(page, { app, address });
    for (const path of ['/work', '/account', '/nowhere']) {
      await page.goto(`${address}${path}`);
      expect(await overflow(page)).toBe(0);
    }
  }));

test('the browser itself finds nothing that our own policy refuses', () =>
  visit(async (page) => {
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (/Content Security Policy|TrustedHTML|blocked/i.test(line.text())) complaints.push(line.text());
    });
    page.on('pageerror', (fault) => complaints.push(String(fault)));
    await signIn(page);
    for (const path of ['/work', '/account', '/nowhere']) await page.goto(`${address}${path}`);
    expect(complaints).toEqual([]);
  }));

test('a name that would like to be a script is read as a name, also where no policy protects', () =>
  visit(async (page) => {
    const name = `"><img src=x onerror="document.title='taken'"><script>document.title='taken'</script>{{constructor}}`;
    await app.get(DataSource).query('update users set name = $1 where email = $2', [name, accountOf('auditor').email]);
    await page.setBypassCSP(true);
    await signInBrowser(page, { app, address }, 'auditor');
    expect(await page.evaluate("document.querySelector('.menu summary').textContent")).toBe(name);
    expect(await page.title()).toBe('Mijn werk · Seinpost');
    expect(await page.evaluate("document.querySelectorAll('img, script:not([src])').length")).toBe(0);
  }));
