import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
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
import { DeskScene } from '#test/visits/desk-scene.js';
import { deskFacts } from '#test/visits/desk-visit.js';
import { practiceDatabase } from '#test/visits/practice-database.js';
import { deskApp } from '../../apps/web/src/desk-app.js';

const POSTS = ['http://127.0.0.1:3301/posts/21', 'http://127.0.0.1:3301/posts/22'];
const FOLLOW_UP = '/follow-up?from=2026-11-01&to=2026-11-30';

let app: NestExpressApplication;
let desk: DeskBrowser;
let scene: DeskScene;
let address: string;
let page: Page;

beforeAll(async () => {
  const databaseUrl = await practiceDatabase();
  app = await deskApp(deskFacts(databaseUrl));
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  scene = new DeskScene(app);
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await signInBrowser(page, { app, address });
});
afterAll(async () => {
  await desk.end();
  await app.close();
});

const text = (selector: string): Promise<string> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent.trim()`) as Promise<string>;

/** Walks to a thing by keyboard and presses it. */
async function press(selector: string, most?: number): Promise<number> {
  await tabTo(page, selector, most);
  return toNextPage(page, () => page.keyboard.press('Enter'));
}

describe('an answer, by keyboard alone and without JavaScript', () => {
  let mail: string;

  test('begins in the inbox, where it stands with its suggested meaning', async () => {
    await scene.notices(
      NoticeBuilder.aNotice(1)
        .about(...POSTS)
        .sentOn('2026-11-10T09:00:00Z')
        .build(),
      NoticeBuilder.aNotice(2).sentOn('2026-11-10T09:00:00Z').decidedOn('2026-11-11T09:00:00Z', 'no-violation').build(),
    );
    const decided = 'We have reviewed your report TF-2026-000001 and removed the content from our platform.';
    mail = await scene.mail({ subject: 'Re: TF-2026-000001', text: decided });
    await page.goto(`${address}${FOLLOW_UP}`);
    expect(await text('#figures-title')).toContain('0,0%');
    await page.goto(`${address}/work`);
    expect(await text('#work-answers')).toMatch(/Nieuwe antwoorden\s+1/);
    await press('.rail__place[href="/inbox"]');
    await press(`a[href="/inbox/${mail}"]`);
    expect(page.url()).toBe(`${address}/inbox/${mail}`);
    expect(await text('#next-step')).toBe('Wat besloot het platform?');
  });

  test('refused, first shows what is wrong and where', async () => {
    for (const field of ['#code1', '#code2']) {
      await tabTo(page, field);
      await page.keyboard.press('Home');
    }
    expect(await press('.mail__next button[type=submit]')).toBe(422);
    expect(await focused(page)).toBe('error-summary');
    await press('a[href="#code1"]', 3);
    expect(page.url()).toContain('#code1');
  });

  test('is confirmed address by address, and the notice is decided', async () => {
    await page.goto(`${address}/inbox/${mail}`);
    await tabTo(page, '#code2');
    await page.keyboard.type('niet in');
    await tabTo(page, '#territory2');
    await press('.mail__next button[type=submit]');
    expect(page.url()).toBe(`${address}/notices/${uuid(1)}`);
    expect(await text('.page__status')).toContain('De uitkomst van melding TF-2026-000001 is vastgelegd.');
    expect(await text('.page__head .badge')).toBe('Beslist');
    expect(await text('tbody')).toMatch(/posts\/21[\s\S]*verwijderd[\s\S]*posts\/22[\s\S]*niet in strijd/);
  });

  test('moves the follow-up percentage', async () => {
    await page.goto(`${address}${FOLLOW_UP}`);
    expect(await text('#figures-title')).toContain('50,0%');
  });

  test('corrected without a mail moves it back', async () => {
    await page.goto(`${address}/notices/${uuid(1)}/outcome`);
    await tabTo(page, '#code1');
    await page.keyboard.type('niet in');
    await tabTo(page, '#source');
    await page.keyboard.press('Space');
    await tabTo(page, '#reason');
    await page.keyboard.type('In het portaal staat dat het bericht er nog is.');
    await press('.form button[type=submit]');
    expect(await text('.page__status')).toContain('is vastgelegd');
    await page.goto(`${address}${FOLLOW_UP}`);
    expect(await text('#figures-title')).toContain('0,0%');
  });
});

describe('nothing stands in the way of anybody', () => {
  const places: string[] = [];

  beforeAll(async () => {
    const say = (subject: string, words: string) => scene.mail({ subject, text: words });
    places.push('/work', '/inbox', '/inbox?show=task', '/inbox?show=handled', '/work?show=answers');
    await scene.notices(
      NoticeBuilder.aNotice(3)
        .about(...POSTS)
        .sentOn('2026-11-12T09:00:00Z')
        .build(),
    );
    const mails = [
      await say('Re: TF-2026-000003', 'We have received your report.'),
      await say('Re: TF-2026-000003', 'We have reviewed your report and removed the content in the Netherlands.'),
      await say('Re: TF-2026-000003', 'We need more information: please send us the original photo.'),
      await say('Out of office Re: TF-2026-000003', 'I am out of office until Monday and will answer then.'),
      await say('Re: TF-2026-000003', 'We will come back to you about this some day, perhaps.'),
      await say('Hallo', `Over ${POSTS[0]} en ${'lang'.repeat(60)} hebben wij een besluit genomen.`),
      await scene.unreadable({ subject: 'Kapot', text: 'Niet te lezen.' }),
    ];
    places.push(...mails.map((id) => `/inbox/${id}`), `/inbox/${mails[1]}?as=link`, `/notices/${uuid(3)}/outcome`);
    await page.setJavaScriptEnabled(true);
  });

  /** In the second language only the words differ, so one page of each kind says enough. */
  test.each([
    ['nl', /./],
    ['en', /^\/(work|inbox)$|as=link|outcome$/],
  ])(
    'no barrier on any page, light or dark, in %s',
    async (language, these) => {
      await page.goto(`${address}/account`);
      await page.click(`[name=language][value=${language}]`);
      await toNextPage(page, () => page.click('main button[type=submit]'));
      const some = places.filter((place) => these.test(place));
      expect(some.length).toBeGreaterThan(3);
      for (const place of some) {
        await page.goto(`${address}${place}`);
        expect([place, await page.evaluate('document.documentElement.lang')]).toEqual([place, language]);
        expect([place, ...(await barriers(page))]).toEqual([place]);
      }
    },
    240_000,
  );

  test('and nobody scrolls sideways, not even on a telephone', async () => {
    await page.setViewport({ width: 360, height: 740 });
    for (const place of places) {
      await page.goto(`${address}${place}`);
      expect([place, await overflow(page)]).toEqual([place, 0]);
    }
    await page.setViewport({ width: 1280, height: 900 });
  });
});
