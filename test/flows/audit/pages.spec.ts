import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { DataSource } from 'typeorm';
import { KeepVerification } from '#application/access/keep-verification.js';
import { RecordLook } from '#application/access/record-look.js';
import { VerifyAudit } from '#application/access/verify-audit.js';
import { NO_ENTRY } from '#domain/access/anchor.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { barriers, deskBrowser, overflow, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);
const BY = system('test');
const DENIED = {
  kind: 'access-denied',
  subject: 'route',
  subjectId: 'GET /cases/:id',
  facts: { right: 'case.read' },
} as const;

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;
let caseId: string;

beforeAll(async () => {
  const opened = await openScene();
  app = opened.app;
  await opened.scene.notices(NoticeBuilder.aNotice(7).build());
  await app.get(RecordLook).run(BY, DENIED);
  const [found]: { id: string }[] = await app.get(DataSource).query('select id from case_files');
  caseId = found!.id;
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await signInBrowser(page, { app, address }, 'supervisor');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

async function looksGood(path: string, says: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(`${address}${path}`);
    expect(await page.content()).toContain(says);
    expect([path, width, await barriers(page)]).toEqual([path, width, []]);
    expect([path, width, await overflow(page)]).toEqual([path, width, 0]);
  }
}

test('the log, one’s own part of it and the timeline of a case have no barriers, wide and narrow', async () => {
  await looksGood('/audit', 'Nog niet gecontroleerd');
  await looksGood('/audit?thing=Z-1999-00001', 'Geen regels');
  await looksGood('/account/log', 'Wat u deed');
  await looksGood(`/cases/${caseId}`, 'Wat er gebeurde');
});

test('nor has the page with a result, nor the alarm', async () => {
  const found = await app.get(VerifyAudit).run({});
  await app.get(KeepVerification).run(BY, found, { part: false });
  await looksGood('/audit', 'klopt');
  const firstBad = { seq: 3, why: 'not-following' } as const;
  await app.get(KeepVerification).run(BY, { ...found, ok: false, head: NO_ENTRY, firstBad }, { part: false });
  await looksGood('/audit', 'Het logboek klopt niet');
  await looksGood('/audit?entries=yes', 'Het logboek klopt niet');
});
