import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { openDataSource } from '#adapters/postgres/data-source.js';
import { Users } from '#application/access/users.js';
import { Books } from '#application/books.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { SubmitNotice } from '#application/notice/submit-notice.js';
import { system, type Actor } from '#domain/event.js';
import { BONA_FIDE_TEXT_VERSION } from '#domain/notice/bona-fide-text.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { accountOf } from '#test/visits/desk-visit.js';
import { openScene } from '#test/visits/open-scene.js';
import { startPracticePlatform, type PracticePlatform } from '../../apps/practice/src/platform.js';
import { DeskMailbox } from './practice-platform/desk-mailbox.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let scene: DeskScene;
let desk: DeskBrowser;
let page: Page;
let address: string;
let practice: PracticePlatform;
let mailbox: DeskMailbox;
let stateFolder: string;
let me: Actor & { kind: 'user' };

beforeAll(async () => {
  const open = await openScene();
  ({ app, scene } = open);
  mailbox = await DeskMailbox.open();
  stateFolder = await mkdtemp(join(tmpdir(), 'guided-form-'));
  const deskMail = { host: '127.0.0.1', port: mailbox.port };
  practice = await startPracticePlatform({ port: 0, smtpPort: 0, deskMail, stateFolder });
  await registerAt(open.databaseUrl, practice.address);
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  me = { kind: 'user', userId: (await app.get(Users).byEmail(accountOf('caseworker').email))!.id, sessionId: null };
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await signInBrowser(page, { app, address }, 'caseworker');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
  await practice?.close();
  await mailbox?.close();
  await rm(stateFolder, { recursive: true, force: true });
});

/** The register as it is, with the practice platform where this test's own one stands. */
async function registerAt(databaseUrl: string, at: string): Promise<void> {
  const db = await openDataSource(databaseUrl, 1);
  const move = `replace(replace(%::text, 'http://127.0.0.1:3301', '${at}'), '127.0.0.1:3301', '${new URL(at).host}')::jsonb`;
  const set = ['channels', 'hosts'].map((column) => `${column} = ${move.replace('%', column)}`);
  await db.query(`update platforms set ${set.join(', ')} where code = 'practice'`);
  await db.destroy();
}

/** A notice that its caseworker submitted by the practice platform's form; answers the path of that form's page. */
async function waiting(n: number, slug: string): Promise<string> {
  const about = NoticeBuilder.aNotice(n).about(`${practice.address}/p/${slug}`);
  await scene.notices(about.saying({ channel: 'web-form', language: 'nl', answers: ANSWERED }).build());
  const { digest } = await app.get(PreviewNotice).run({ id: uuid(n), by: me });
  const submission = { id: uuid(n), letterDigest: digest, bonaFideText: BONA_FIDE_TEXT_VERSION, by: me };
  return `/notices/${uuid(n)}/hand-in/${(await app.get(SubmitNotice).run(submission)).id}`;
}

const statusOf = async (n: number): Promise<string> =>
  (await app.get(Books).together(system('test'), (books) => books.notices.get(uuid(n)))).status;
const textOf = async (field: string): Promise<string> =>
  String(await page.evaluate(`document.querySelector('#text-${field}').value`));
const press = (selector: string): Promise<unknown> => page.evaluate(`document.querySelector('${selector}').click()`);

test('a caseworker takes a notice over into a form by keyboard, and a mail with its receipt’s number finds the notice', async () => {
  const path = await waiting(931, 'zonsondergang');
  await page.goto(`${address}/notices/${uuid(931)}`);
  await tabTo(page, `a[href="${path}"]`);
  await toNextPage(page, () => page.keyboard.press('Enter'));

  const texts = await Promise.all(['urls', 'explanation', 'email'].map(textOf));
  await tabTo(page, '[data-copy="text-urls"]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`document.querySelector('[data-sheet-says]').textContent.startsWith('Gekopieerd')`);
  await tabTo(page, '[data-tick="urls"]');
  await page.keyboard.press('Space');
  await page.reload();
  expect(await page.evaluate(`document.querySelector('[data-tick="urls"]').checked`)).toBe(true);

  const form = await opened(() => tabTo(page, 'a[target="_blank"]').then(() => page.keyboard.press('Enter')));
  expect(form.url()).toBe(`${practice.address}/melden`);
  expect(await form.evaluate('[window.opener, document.referrer]')).toEqual([null, '']);
  const number = await fillIn(form, texts as [string, string, string]);
  expect(practice.received()).toMatchObject([{ channel: 'web-form', ticket: number }]);

  await page.bringToFront();
  await tabTo(page, '#reference');
  await page.keyboard.type(number);
  await tabTo(page, 'form[enctype] button[type=submit]');
  await toNextPage(page, () => page.keyboard.press('Enter'));
  expect(page.url()).toBe(`${address}/notices/${uuid(931)}`);
  expect(await statusOf(931)).toBe('sent');

  const message = await scene.mail({ subject: `Over uw bericht ${number}`, text: 'Wij hebben uw bericht ontvangen.' });
  const found = await app.get(Books).together(system('test'), ({ messages }) => messages.get(message));
  expect(found).toMatchObject({ noticeId: uuid(931), match: { how: 'receipt-number' } });
});

/** The window that an act opens. */
async function opened(act: () => Promise<unknown>): Promise<Page> {
  const [target] = await Promise.all([
    desk.browser.waitForTarget((one) => one.url().startsWith(practice.address), { timeout: 20_000 }),
    act(),
  ]);
  const other = (await target.page())!;
  await other.waitForSelector('form');
  return other;
}

/** Fills the platform's form by keyboard and answers the number it gives. */
async function fillIn(form: Page, [urls, explanation, email]: readonly [string, string, string]): Promise<string> {
  await form.bringToFront();
  for (const [field, text] of [
    ['#urls', urls],
    ['#explanation', explanation],
    ['#email', email],
  ] as const) {
    await tabTo(form, field);
    await form.keyboard.sendCharacter(text);
  }
  await tabTo(form, '#bonaFide');
  await form.keyboard.press('Space');
  await tabTo(form, 'form[action="/melden"] button');
  await toNextPage(form, () => form.keyboard.press('Enter'));
  return String(await form.evaluate(`document.querySelector('main strong').textContent`));
}

test('its pages have no barrier and fit a narrow window, in both languages, light and dark, empty and wrong', async () => {
  const path = await waiting(932, 'bospad');
  await page.setViewport({ width: 320, height: 640 });
  for (const language of ['nl', 'en']) {
    await page.goto(`${address}/account`);
    await press(`input[name=language][value=${language}]`);
    await toNextPage(page, () => press('main form button'));
    for (const at of [path, `${path}/defect`, '/follow-up/defects', '/work?show=forms']) {
      await page.goto(address + at);
      expect([at, await barriers(page), await overflow(page)]).toEqual([at, [], 0]);
      if (at === path || at.endsWith('defect')) {
        await toNextPage(page, () => press('form[enctype] button'));
        expect([at, 'wrong', await barriers(page), await overflow(page)]).toEqual([at, 'wrong', [], 0]);
      }
    }
  }
});
