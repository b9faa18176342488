import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { Books } from '#application/books.js';
import { OpenEscalation } from '#application/escalation/open-escalation.js';
import { PreviewNotice } from '#application/notice/preview-notice.js';
import { system } from '#domain/event.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { barriers, deskBrowser, focused, overflow, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import type { DeskScene } from '#test/visits/desk-scene.js';
import { signInBrowser } from '#test/visits/browser-sign-in.js';
import { openScene } from '#test/visits/open-scene.js';

jest.setTimeout(180_000);
const POST = 'http://127.0.0.1:3301/posts/910';
const BY = system('test');

let app: NestExpressApplication;
let scene: DeskScene;
let desk: DeskBrowser;
let page: Page;
let address: string;
let complaints: string[];
/** Addresses of pages with something on them. */
let filled: string[] = [];

beforeAll(async () => {
  ({ app, scene } = await openScene());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  complaints = [];
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) complaints.push(line.text());
  });
  await signInBrowser(page, { app, address }, 'supervisor');
});
afterAll(async () => {
  await desk?.end();
  await app?.close();
});

const open = (path: string) => page.goto(`${address}${path}`);

/** Chooses a language for the desk, as a person does. */
async function inLanguage(language: string): Promise<void> {
  await open('/account');
  await page.$eval(`input[name=language][value=${language}]`, CLICK);
  await press();
}

/** What a person would stumble over on the page that is open: barriers, sideways scrolling, words of the policy. */
async function stumbles(): Promise<object> {
  return { barriers: await barriers(page), overflow: await overflow(page), complaints: complaints.splice(0) };
}
const NOTHING = { barriers: [], overflow: 0, complaints: [] };

/** Presses the page's main button with whatever stands in the form. */
const press = () => toNextPage(page, () => page.$eval('main form.form button[type=submit]', CLICK));
const CLICK = (element: unknown): void => (element as { click(): void }).click();

async function fill(): Promise<string[]> {
  const long = `https://platform.example/${'a'.repeat(200)}`;
  await scene.notices(
    NoticeBuilder.aNotice(910).about(POST).build(),
    NoticeBuilder.aNotice(911).about(POST, long).sentOn().decidedOn('2026-11-05T09:00:00Z', 'no-violation').build(),
    NoticeBuilder.aNotice(912).withoutExplanation().withoutLocation().build(),
    NoticeBuilder.aNotice(913).about(POST).sentOn().build(),
    NoticeBuilder.aNotice(914).identifiedAs({ caseId: null, origin: 'imported' }).sentOn().build(),
  );
  await app
    .get(Books)
    .change('cases', { id: uuid(1412), by: BY }, (one) => one.close(new Date('2026-11-20T09:00:00Z')));
  const { digest } = await app.get(PreviewNotice).run({ id: uuid(910), by: BY });
  const scope = { about: 'practice', from: '2026-10-01', to: '2026-11-30' };
  const { id } = await app.get(OpenEscalation).run(scope, BY);
  return [
    ...['/cases', '/cases?status=all&search=TF', '/cases/new', `/cases/${uuid(1410)}`, `/cases/${uuid(1412)}`],
    ...[910, 911, 912, 913, 914].map((n) => `/notices/${uuid(n)}`),
    ...[`/notices/${uuid(910)}/write/check`, `/notices/${uuid(910)}/check/${digest}`],
    ...[`/notices/${uuid(910)}/withdraw`, `/notices/${uuid(913)}/withdraw`],
    ...['/follow-up?from=2026-01-01&to=2026-12-31', '/dossiers', `/dossiers/${id}`, '/platforms'],
  ];
}

describe.each(['nl', 'en'])('in the language %s', (language) => {
  test('empty pages can be used by everybody', async () => {
    await inLanguage(language);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    for (const path of ['/cases', '/cases?search=nothing', '/follow-up?from=2020-01-01&to=2020-01-31', '/dossiers']) {
      await open(path);
      expect({ path, ...(await stumbles()) }).toEqual({ path, ...NOTHING });
    }
  });
});

describe.each(['nl', 'en'])('with work on the desk, in the language %s', (language) => {
  test('filled pages can be used by everybody', async () => {
    await inLanguage(language);
    if (filled.length === 0) filled = await fill();
    for (const path of filled) {
      await open(path);
      expect({ path, ...(await stumbles()) }).toEqual({ path, ...NOTHING });
    }
  });

  test('forms that were refused can be used by everybody, and the summary has the focus', async () => {
    const check = filled.find((path) => path.includes('/check/'))!;
    for (const path of [`/notices/${uuid(912)}/write/person`, check, '/dossiers']) {
      await open(path);
      expect({ path, status: await press() }).toEqual({ path, status: 422 });
      expect({ path, ...(await stumbles()) }).toEqual({ path, ...NOTHING });
      expect(await focused(page)).toBe('error-summary');
    }
    await open('/follow-up?from=2026-12-31&to=2026-01-01');
    expect(await stumbles()).toEqual(NOTHING);
  });
});
