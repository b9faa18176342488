import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { deskBrowser, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';
import { WizardWalk, type Prepared } from '#test/visits/wizard-walk.js';

jest.setTimeout(180_000);

/** At two keys a second, which is slow, so many keys leave half of two minutes to read. */
const MOST_KEYS = 120;
const PREPARED: Readonly<Record<'nl' | 'en', Prepared>> = {
  nl: {
    addresses: 'http://127.0.0.1:3301/posts/990',
    ground: 'Portretrecht',
    reasons: 'De afgebeelde is herkenbaar aan het gezicht en gaf geen toestemming.',
    expression: 'Een privéfoto van een onbekende; geen debat is ermee gediend.',
  },
  en: {
    addresses: 'http://127.0.0.1:3301/posts/991',
    ground: 'Portrait',
    reasons: 'The person is recognisable by face and never agreed to publication.',
    expression: 'A private picture of a private person; no debate is served by it.',
  },
};

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(NoticeBuilder.aNotice(981).build());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await signInBrowser(page, { app, address }, 'caseworker');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const CLICK = (element: unknown): void => (element as { click(): void }).click();

/** Chooses a language for the desk, as a person does. */
async function inLanguage(language: string): Promise<void> {
  await page.goto(`${address}/account`);
  await page.$eval(`input[name=language][value=${language}]`, CLICK);
  await toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
}

test.each(['nl', 'en'] as const)('in %s, a careful notice takes less than two minutes of keys', async (language) => {
  await inLanguage(language);
  await page.goto(`${address}/cases/${uuid(1481)}`);
  await tabTo(page, 'form[action$="/notices/begin"] button', 80);
  await toNextPage(page, () => page.keyboard.press('Enter'));
  const walk = new WizardWalk(page);
  await walk.toLetter(PREPARED[language]);
  await walk.send();
  const [, id] = /notices\/([0-9a-f-]{36})/.exec(page.url())!;
  const { notice, deliveries } = await app.get(NoticeFile).whole(id!);
  console.info(`${language}: ${walk.pressed} keys, ${walk.seen.length} pages: ${walk.seen.join(', ')}`);
  expect([notice.status, deliveries.length]).toEqual(['submitted', 1]);
  expect(notice.content.answers).toMatchObject({ danger: 'none', imagery: 'person' });
  expect(walk.pressed).toBeLessThan(MOST_KEYS);
});
