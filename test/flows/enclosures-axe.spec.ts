import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { NoticeAnswers } from '#domain/notice/notice-answers.js';
import { aJpeg, aPdf, aPng, aText } from '#test/builders/files.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, tabTo, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);

const written = (n: number, answers: Partial<NoticeAnswers>) =>
  NoticeBuilder.aNotice(n)
    .about('http://127.0.0.1:3301/posts/1', 'https://www.instagram.com/p/AbCdEfGhIjK/')
    .saying({ answers: { ...ANSWERED, ...answers } });

const OPEN = `/notices/${uuid(981)}`;

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;
let folder: string;

beforeAll(async () => {
  const open = await openScene();
  ({ app } = open);
  await open.scene.notices(written(981, { imagery: 'person' }).build());
  await open.visitor.get(`${OPEN}/write/evidence`);
  const files = { 'scherm.png': aPng(), 'foto met een lange naam van iemand.jpg': aJpeg(), 'gesprek.txt': aText() };
  const sent = Object.entries({ ...files, 'brief.pdf': aPdf() }).map(([name, bytes]) => ({ name, bytes }));
  await open.visitor.upload(`${OPEN}/attachments`, sent);
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  folder = await mkdtemp(join(tmpdir(), 'seinpost-files-'));
  await chmod(folder, 0o755); // the browser runs as somebody else
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  await signInBrowser(page, { app, address }, 'caseworker');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const visit = (path: string) => page.goto(`${address}${path}`);
const unbarred = async () => ({ barriers: await barriers(page), overflow: await overflow(page) });

test('a file is chosen, refused in words, and another goes along, by keyboard alone', async () => {
  await page.setJavaScriptEnabled(false);
  await visit(`${OPEN}/write/evidence`);
  const wrong = join(folder, 'tekening.png');
  await writeFile(wrong, '<svg onload="alert(1)"/>');
  const field = (await page.$('input[type=file]'))!;
  await field.uploadFile(wrong);
  await field.focus();
  await tabTo(page, 'form[enctype] button');
  expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(422);
  expect(await page.evaluate(`document.querySelector('main').textContent`)).toContain(
    'tekening.png is niet toegevoegd',
  );
  expect(await overflow(page)).toBe(0);
  await page.setJavaScriptEnabled(true);
  await visit(`${OPEN}/write/evidence`);
  await tabTo(page, `form[action*="/enclosures/"] button`, 80);
  expect(await toNextPage(page, () => page.keyboard.press('Enter'))).toBe(200);
  expect(await page.evaluate(`document.querySelector('.evidence-file').textContent`)).toContain('Gaat mee');
  expect(await unbarred()).toEqual({ barriers: [], overflow: 0 });
});
