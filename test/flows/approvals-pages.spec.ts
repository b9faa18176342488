import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
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
import { DeskVisit } from '#test/visits/desk-visit.js';
import { ASKING_GROUND, NoticeInQuestion, WHY } from '#test/visits/notice-in-question.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

let app: NestExpressApplication;
let scene: DeskScene;
let author: DeskVisit;
let desk: DeskBrowser;
let page: Page;
let address: string;
const approval = { always: false, grounds: [ASKING_GROUND] };

beforeAll(async () => {
  ({ app, scene, visitor: author } = await openScene({ approval }));
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

const CLICK = (element: unknown): void => (element as { click(): void }).click();
const open = (path: string) => page.goto(`${address}${path}`);
const enter = () => toNextPage(page, () => page.keyboard.press('Enter'));
const says = async (words: string) => expect(await page.evaluate('document.body.innerText')).toContain(words);

/** A notice that was returned once and is offered again with other words. */
async function offeredAgain(n: number, reviewer: DeskVisit): Promise<{ notice: NoticeInQuestion; digest: string }> {
  const notice = await NoticeInQuestion.put(app, scene, n);
  await notice.giveBack(reviewer, await notice.ask(author), 'Say since when.\nAnd where.');
  await notice.edit(author, `${WHY} It began in May, on two accounts.`);
  return { notice, digest: await notice.ask(author) };
}

describe('the pages of four eyes', () => {
  let paths: string[];

  beforeAll(async () => {
    const reviewer = new DeskVisit(app);
    await reviewer.signIn('reviewer');
    const { digest } = await offeredAgain(1, reviewer);
    const approved = await NoticeInQuestion.put(app, scene, 2);
    const second = await approved.ask(author);
    await approved.approve(reviewer, second);
    const returned = await NoticeInQuestion.put(app, scene, 3);
    await returned.giveBack(reviewer, await returned.ask(author), 'Another ground fits better.');
    const needing = await (await NoticeInQuestion.put(app, scene, 4)).toCheck(author);
    const own = new DeskVisit(app);
    await own.signIn('supervisor');
    await (await NoticeInQuestion.put(app, scene, 5)).ask(own);
    paths = [
      ...['/approvals', `/approvals/${uuid(1)}`, `/approvals/${uuid(5)}`],
      ...[`/approvals/${uuid(1)}/approve/${digest}`, `/approvals/${uuid(1)}/return/${digest}`],
      ...[1, 2, 3].map((n) => `/notices/${uuid(n)}`),
      ...[needing, `/notices/${uuid(1)}/check/${digest}`, `/notices/${uuid(2)}/check/${second}`, '/work'],
    ];
  });

  test.each(['nl', 'en'])('can be used by everybody, in the language %s', async (language) => {
    await open('/account');
    await page.$eval(`input[name=language][value=${language}]`, CLICK);
    await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
    // The second language has the same elements: the pages that are only of four eyes are looked at again.
    for (const path of language === 'nl' ? paths : paths.filter((each) => each.startsWith('/approvals'))) {
      await open(path);
      expect({ path, found: await barriers(page), over: await overflow(page) }).toEqual({ path, found: [], over: 0 });
    }
  });

  test('from the list to the approval by keyboard alone', async () => {
    await open('/approvals');
    await tabTo(page, `main a[href="/approvals/${uuid(1)}"]`);
    await enter();
    await says('It began in May');
    await tabTo(page, 'main a.utrecht-button--primary-action');
    await enter();
    await tabTo(page, 'main form button');
    await enter();
    await says('TF-2026-000001');
    await open(`/notices/${uuid(1)}`);
    await tabTo(page, 'main a.utrecht-button--primary-action');
    await enter();
    await tabTo(page, '#bonaFide');
    await page.keyboard.press('Space');
    await tabTo(page, 'main form button');
    expect(await enter()).toBe(200);
    expect(page.url()).toContain(`/notices/${uuid(1)}`);
  });

  test('returning without a reason is refused, and the summary leads to the field', async () => {
    const notice = await NoticeInQuestion.put(app, scene, 6);
    const digest = await notice.ask(author);
    await open(`/approvals/${uuid(6)}/return/${digest}`);
    await tabTo(page, 'main form button');
    await enter();
    expect(await focused(page)).toBe('error-summary');
    expect({ found: await barriers(page), over: await overflow(page) }).toEqual({ found: [], over: 0 });
  });
});
