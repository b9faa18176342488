import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { UNANSWERED, type NoticeAnswers } from '#domain/notice/notice-answers.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

const PUBLIC = { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' } as const;
const written = (n: number, answers: Partial<NoticeAnswers>) =>
  NoticeBuilder.aNotice(n)
    .about('https://example.org/p/1', 'https://example.org/p/2')
    .saying({ answers: { ...UNANSWERED, ...answers } })
    .build();

/** A complete notice of which nobody chose a channel yet. */
const elsewhere = (n: number, platformCode: string | null) =>
  NoticeBuilder.aNotice(n)
    .about('https://bsky.app/profile/voorbeeld.example/post/1', 'https://bsky.app/profile/voorbeeld.example/post/2')
    .saying({ platformCode, channel: null })
    .build();

const PLAIN = `/notices/${uuid(971)}`;
const PAGES = [
  `${PLAIN}/write`,
  `${PLAIN}/write/danger`,
  `/notices/${uuid(972)}/write/help`,
  `${PLAIN}/write/content`,
  `${PLAIN}/grounds/AW21/reword`,
  `${PLAIN}/write/scope`,
  `${PLAIN}/write/imagery`,
  `${PLAIN}/write/grounds`,
  `/notices/${uuid(973)}/write/grounds`,
  `${PLAIN}/write/person`,
  `${PLAIN}/write/channel`,
  `${PLAIN}/write/check`,
  `/notices/${uuid(976)}/write/channel`,
  `/notices/${uuid(977)}/write/channel`,
  `/notices/${uuid(974)}/not-reportable`,
  `${PLAIN}/self-report`,
  '/follow-up/not-reportable',
];

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(
    written(971, { imagery: 'person', scope: { ...PUBLIC, service: 'hosting' } }),
    written(972, { danger: 'threat-to-life' }),
    written(973, { imagery: 'sexual-minor' }),
    elsewhere(976, 'bluesky'),
    elsewhere(977, null),
    written(974, { scope: { ...PUBLIC, visibility: 'approved-group' } }),
  );
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  await signInBrowser(page, { app, address }, 'caseworker');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const visit = (path: string) => page.goto(`${address}${path}`);

test.each(PAGES)('%s stands in nobody’s way on a narrow window, in the light and in the dark', async (path) => {
  await visit(path);
  expect({ barriers: await barriers(page), overflow: await overflow(page) }).toEqual({ barriers: [], overflow: 0 });
});
