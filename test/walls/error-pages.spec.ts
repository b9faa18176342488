import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { HttpException, Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Page } from 'puppeteer';
import { Sessions } from '#application/access/sessions.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { barriers, deskBrowser, overflow, toNextPage, type DeskBrowser } from '#test/visits/desk-browser.js';
import { openScene } from '#test/visits/open-scene.js';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../../apps/web/src/frame/cookies.js';
import { SentBefore } from '../../apps/web/src/frame/sent-before.js';

jest.setTimeout(180_000);
const LONG = `${'Een lange zin met woorden. '.repeat(30)}\n${'x'.repeat(300)}`;
const STATUSES = [400, 403, 404, 405, 408, 409, 413, 414, 415, 422, 429, 431, 500, 503] as const;
const AGAIN = ['sent-otherwise', 'sent-already', 'still-busy'] as const;
const FAULTS: readonly (readonly [number, string, unknown])[] = [
  ...STATUSES.map((status) => [status, 'of this status', new HttpException('no', status)] as const),
  [422, 'of a rule', new RuleViolation('access.code-wrong')],
  ...AGAIN.map((why) => [409, why, new SentBefore(why)] as const),
  [401, 'of a session that is over', null],
];

let app: NestExpressApplication;
let desk: DeskBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  ({ app } = await openScene());
  await app.listen(0, '127.0.0.1');
  address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  desk = await deskBrowser();
  page = await desk.browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await desk?.end();
  await app?.close();
});

/** Sends a form with a long text from the browser, in which this goes wrong; answers the status of the page. */
async function sendInto(fault: unknown, language: string): Promise<number> {
  const cookie = { domain: 'localhost', path: '/', secure: true } as const;
  await page.browserContext().setCookie({ ...cookie, name: LANGUAGE_COOKIE, value: language });
  await page.browserContext().setCookie({ ...cookie, name: SESSION_COOKIE, value: 'x'.repeat(43) });
  await page.goto(`${address}/sign-in`);
  const asked = jest.spyOn(app.get(Sessions), 'find');
  if (fault !== null) asked.mockRejectedValue(fault);
  const fill = `const form = document.querySelector('main form');
    form.action = '/cases/new';
    form.elements.to.name = 'summary';
    form.elements.summary.value = ${JSON.stringify(LONG)};
    form.submit();`;
  const status = await toNextPage(page, () => page.evaluate(`{ ${fill} }`));
  asked.mockRestore();
  return status;
}

test.each(FAULTS)('the page for %d %s has no barriers, fits a small screen and gives the text back', async (...of) => {
  const [status, , fault] = of;
  for (const language of ['nl', 'en']) {
    expect(await sendInto(fault, language)).toBe(status);
    expect(await overflow(page)).toBe(0);
    const text = await page.evaluate('document.body.innerText');
    expect(text).toContain('x'.repeat(300));
    expect(text).not.toMatch(/faults\.|undefined|\[object/);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
  }
  expect(await barriers(page)).toEqual([]);
});
