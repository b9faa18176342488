import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HOSTILE_PAGES } from '../../fixtures/hostile-pages.js';
import { LocalSite } from '../../fixtures/local-site.js';
import { readPng } from '../../fixtures/read-png.js';
import { capture, forgetCaptures, killOwnCapture, orphans, SHORT } from './capturing.js';

let site: LocalSite;
beforeEach(() => void (site.hits.length = 0));
beforeAll(async () => {
  site = await new LocalSite(HOSTILE_PAGES).open();
});
afterAll(async () => {
  await site.close();
  await forgetCaptures();
});

/** Breaking a page that floods takes the browser long when two cores have other work. */
const PATIENT = { ...SHORT, totalMs: 90_000 };

const on = (path: string, limits = SHORT) => capture(site.url(path), [site.host], { limits });

describe('a page that will not stand still', () => {
  test.each([
    ['/alerts', 'partial', 'hung'],
    ['/loop', 'partial', 'hung'],
    ['/endless', 'partial', 'load-timeout'],
  ])(
    '%s is kept in part, with its words and a picture',
    async (path, state, reason) => {
      const found = await on(path, PATIENT);
      expect(found).toMatchObject({ state, httpStatus: 200 });
      expect(found.reasons).toContain(reason);
      expect(found.names).toEqual(expect.arrayContaining(['fullpage-001.png', 'text.txt', 'dom.html']));
    },
    120_000,
  );

  test.each(['/timer-alerts', '/popups', '/service-worker'])('%s is complete all the same', async (path) => {
    const found = await on(path, { ...SHORT, loadMs: 15_000 });
    expect(found).toMatchObject({ state: 'complete', reasons: [], httpStatus: 200 });
    expect(site.hits.filter((hit) => hit.startsWith('/popup?'))).toEqual([]);
  });

  test('that loads itself again and again is kept as one page', async () => {
    const found = await on('/reloads');
    expect(found.httpStatus).toBe(200);
    expect(['complete', 'partial']).toContain(found.state);
    expect((await found.file('text.txt')).toString()).toContain('Opnieuw');
  });

  test('that never answers has failed, without a status made up', async () => {
    expect(await on('/silence')).toMatchObject({ state: 'failed', reasons: ['no-answer'], httpStatus: null });
  });
});

describe('a page that outgrows its bounds', () => {
  test('in height is cut, in files of bounded size', async () => {
    const found = await on('/tall');
    expect(found).toMatchObject({ state: 'partial', reasons: ['truncated'] });
    const tiles = found.names.filter((name) => name.startsWith('fullpage'));
    expect(tiles).toEqual(['fullpage-001.png', 'fullpage-002.png', 'fullpage-003.png']);
    const second = await found.file('fullpage-002.png');
    expect([second.readUInt32BE(16), second.readUInt32BE(20)]).toEqual([1280, 20_000]);
  });

  test('in width is cut', async () => {
    const found = await on('/wide');
    expect(found).toMatchObject({ state: 'partial', reasons: ['truncated'] });
    expect(readPng(await found.file('fullpage-001.png')).width).toBe(4096);
  });

  test('in bytes after decompression is stopped', async () => {
    const found = await on('/bomb', { ...SHORT, bytes: 2_000_000, loadMs: 8_000 });
    expect(['partial', 'failed']).toContain(found.state);
    expect(found.reasons).toContain('size-limit');
  });

  test('in script memory crashes alone, and is given up at once', async () => {
    const found = await on('/heap');
    expect(found.reasons).toContain('page-crashed');
    expect(found.httpStatus).toBe(200);
  });

  test('in memory is killed, and what was seen before stays', async () => {
    const found = await on('/heap', { ...SHORT, memoryBytes: 150_000_000 });
    expect(['partial', 'failed']).toContain(found.state);
    expect(found.reasons).toContain('memory-limit');
  });

  test('in time is ended within the total', async () => {
    const begun = performance.now();
    const found = await on('/alerts', { ...SHORT, loadMs: 20_000, totalMs: 3_000 });
    expect(found.reasons).toContain('time-limit');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});

test('a page that lies about itself is recorded as it is', async () => {
  const found = await on('/liar');
  expect(found.title).toBe('Bericht');
  expect((await found.file('text.txt')).toString()).toContain('Leugen');
  expect(readPng(await found.file('fullpage-001.png')).height).toBeGreaterThan(3000);
});

test('a capture that is killed leaves no browser behind, and nothing that is taken for evidence', async () => {
  const capturing = on('/silence');
  while (!site.hits.includes('/silence')) await new Promise((done) => setTimeout(done, 50));
  await killOwnCapture();
  expect(await capturing).toMatchObject({
    state: 'failed',
    reasons: ['capture-crashed'],
    manifestSha256: null,
    names: [],
  });
});

afterEach(async () => {
  await new Promise((done) => setTimeout(done, 300)); // the kernel reaps in its own time
  expect(await orphans()).toEqual([]);
});
