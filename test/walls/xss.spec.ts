import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { MARK, XSS_PAYLOADS } from '#test/fixtures/xss-payloads.js';
import { freshDatabase } from '#test/setup/fresh-database.js';
import { deskBrowser } from '#test/visits/desk-browser.js';
import { SHOWN_FAULTS } from './all.js';
import { shown } from './shown.js';
import { openWall, type Wall } from './wall.js';

jest.setTimeout(300_000);

let wall: Wall | undefined;

beforeAll(async () => {
  wall = await openWall(await freshDatabase());
});
afterAll(() => wall?.close());

test('there are more than three hundred payloads, each another', () => {
  const all = Object.values(XSS_PAYLOADS).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(300);
});
test.each(SHOWN_FAULTS)('$number: $says', ({ run }) => run(wall!));

/** A page of the test's own that writes what was typed without escaping it, under the policy of a page of the desk. */
async function leakyPage(payload: string) {
  const answer = await wall!.visitor.get('/work');
  return { what: payload, answer: { headers: answer.headers, text: `<!doctype html><title>x</title>${payload}` } };
}

test.each([
  ['an image that fails', `<img src="/evidence/none" onerror="${MARK}()">`],
  ['a script', `<script>${MARK}()</script>`],
  ['a drawing', `<svg onload="alert(1)"></svg>`],
  ['a frame with a page of its own', `<iframe srcdoc="<script>parent.${MARK}()</script>"></iframe>`],
])('a hole made on purpose is seen without our policy, and stopped with it: %s', async (_, payload) => {
  const desk = await deskBrowser();
  try {
    const page = await desk.browser.newPage();
    const pages = [await leakyPage(payload)] as never;
    const known = ['html', 'head', 'title', 'body', 'img', 'script', 'svg', 'iframe', '@src', '@onerror', '@onload'];
    const look = (policy: boolean) =>
      shown(page, { pages, port: wall!.port, policy, known: [...known, '@srcdoc'], mark: MARK });
    expect((await look(false)).join()).toMatch(/it ran|alert/);
    expect(await look(true)).toEqual([]);
    const strict = { pages, port: wall!.port, policy: true, known: ['html', 'head', 'title', 'body'], mark: MARK };
    expect((await shown(page, strict)).join()).toMatch(/<(img|script|svg|iframe)/);
  } finally {
    await desk.end();
  }
});
