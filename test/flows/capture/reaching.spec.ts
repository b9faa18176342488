import { createSocket, type Socket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { captureOnce } from '../../../apps/capture/src/capture-once.js';
import type { Resolve } from '#adapters/browser/address-gate.js';
import { findBrowser } from '#adapters/browser/find-browser.js';
import { reachingFor } from '../../fixtures/hostile-pages.js';
import { LocalSite, redirect } from '../../fixtures/local-site.js';
import { capture, type Captured, forgetCaptures, jobFor, SHORT, shown } from './capturing.js';

let secret: LocalSite;
let datagrams: Socket;
let packets = 0;
let site: LocalSite;

beforeAll(async () => {
  secret = await new LocalSite({ '/': '<h1>geheim</h1>' }).open();
  datagrams = createSocket('udp4', () => void (packets += 1)).bind(secret.port, '127.0.0.1');
  site = await new LocalSite({
    '/reach': reachingFor(secret.host),
    '/reach-name': reachingFor(`localhost:${secret.port}`),
    '/moved': redirect(secret.url('/')),
    '/moved-twice': redirect('/moved'),
    '/meta': `<meta http-equiv="refresh" content="0;url=${secret.url('/')}"><h1>hier</h1>`,
    '/script': `<h1>hier</h1><script>location.href=${JSON.stringify(secret.url('/'))}</script>`,
  }).open();
});
afterAll(async () => {
  datagrams.close();
  await Promise.all([site.close(), secret.close()]);
  await forgetCaptures();
});

/** Captures in this process, so that names can be answered by the test. */
async function captureWith(url: string, resolve: Resolve, allow: readonly string[] = []): Promise<Captured> {
  const job = await jobFor(url, allow);
  return shown(job, await captureOnce({ job, browser: await findBrowser(), limits: SHORT, resolve }));
}

describe('a page that reaches for a private address', () => {
  test('reaches it in many ways where it is allowed, so that the next test proves something', async () => {
    await capture(site.url('/reach'), [site.host, secret.host]);
    const ways = new Set(secret.hits.map((hit) => hit.replace(/^upgrade /, '')));
    for (const way of [
      '/img.png',
      '/iframe',
      '/fetch',
      '/ws',
      '/style.css',
      '/import.css',
      '/script.js',
      '/xhr',
      '/beacon',
    ]) {
      expect([...ways]).toContain(way);
    }
    expect(ways.size).toBeGreaterThan(14);
  });

  test.each(['/reach', '/reach-name'])('never reaches it otherwise: %s', async (path) => {
    secret.hits.length = 0;
    secret.connections = 0;
    packets = 0;
    const found = await capture(site.url(path), [site.host]);
    expect({ hits: secret.hits, connections: secret.connections, packets }).toEqual({
      hits: [],
      connections: 0,
      packets: 0,
    });
    expect(found).toMatchObject({ state: 'complete', httpStatus: 200 });
    expect((await found.file('network.jsonl')).toString()).toContain('"verdict":"refused"');
  });

  test.each(['/moved', '/moved-twice', '/meta', '/script'])('is blocked when it sends us there: %s', async (path) => {
    secret.connections = 0;
    const found = await capture(site.url(path), [site.host]);
    expect(found).toMatchObject({ state: 'blocked', reasons: ['address-refused'], finalUrl: secret.url('/') });
    expect(secret.connections).toBe(0);
    expect(found.names).not.toContain('dom.html');
  });
});

describe('an address that is itself private', () => {
  const forms = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'x.localhost',
  ];
  test.each(forms)('is blocked in the form %s, and nobody is reached', async (form) => {
    secret.connections = 0;
    const found = await capture(`http://${form}:${secret.port}/`, []);
    expect(found).toMatchObject({ state: 'blocked', reasons: ['address-refused'], httpStatus: null });
    expect(secret.connections).toBe(0);
  });

  test('is blocked behind a name, on the port of the web', async () => {
    const found = await captureWith('http://loop.example/', () => Promise.resolve(['127.0.0.1']));
    expect(found).toMatchObject({ state: 'blocked', reasons: ['address-refused'] });
    expect((await found.file('network.jsonl')).toString()).toContain('"why":"not-public"');
  });

  test('behind a name that does not exist has failed, which is no block', async () => {
    const found = await captureWith('http://nowhere.example/', () => Promise.reject(new Error('ENOTFOUND')));
    expect(found).toMatchObject({ state: 'failed', reasons: ['dns-failed'], httpStatus: null });
  });

  test('is asked for by name once only, however often the page asks', async () => {
    let asked = 0;
    const flips: Resolve = () => Promise.resolve(asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.9']);
    const found = await captureWith(`http://flip.example:${site.port}/script`, flips, [`flip.example:${site.port}`]);
    expect(asked).toBe(1);
    expect(found.reasons).toEqual(['address-refused']);
  });
});
