import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findBrowser } from '#adapters/browser/find-browser.js';
import { SpawnCapture } from '#adapters/browser/spawn-capture.js';
import { verifyFolder } from '#adapters/files/verify-folder.js';
import { captureOnce } from '../../apps/capture/src/capture-once.js';
import { capture, forgetCaptures, jobFor, SHORT } from './capture/capturing.js';
import { HOSTILE_PAGES, RED_PNG } from '../fixtures/hostile-pages.js';
import { LocalSite, redirect, reply } from '../fixtures/local-site.js';
import { readPng } from '../fixtures/read-png.js';

const POST = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bericht één</title></head>
<body><h1>Kaasmarkt</h1><p>Vijftig kazen 🧀 en één brood.</p><img src="/red.png" width="200" height="200"></body></html>`;

let site: LocalSite;
beforeAll(async () => {
  site = await new LocalSite({
    ...HOSTILE_PAGES,
    '/post': POST,
    '/red.png': reply(200, 'image/png', RED_PNG),
    '/moved': redirect('/post'),
    '/gone': reply(410, 'text/html', '<h1>Weg</h1>'),
    '/gone-empty': (_ask, answer) => void answer.writeHead(404, { 'content-length': '0' }).end(),
    '/451': reply(451, 'text/html', '<h1>Niet in uw land</h1>'),
    '/403': reply(403, 'text/html', '<h1>Nee</h1>'),
    '/walled': redirect('/accounts/login/'),
    '/accounts/login/': '<title>Inloggen</title><form><input type="password"></form>',
    '/script-redirect': '<script>location.href="/post"</script>',
    '/text': reply(200, 'text/plain; charset=utf-8', 'gewone tekst'),
  }).open();
});
afterAll(async () => {
  await site.close();
  await forgetCaptures();
});

const on = (path: string, wish: Parameters<typeof capture>[2] = {}) => capture(site.url(path), [site.host], wish);

describe('capturing a post in full', () => {
  test('keeps picture, text, document and the facts of the visit, each under its digest', async () => {
    const found = await on('/moved');
    expect(found).toMatchObject({ state: 'complete', reasons: [], httpStatus: 200, finalUrl: site.url('/post') });
    expect([...found.names].sort()).toEqual(
      ['dom.html', 'fullpage-001.png', 'headers.json', 'network.jsonl', 'text.txt', 'viewport.png'], // prettier-ignore
    );
    expect((await found.file('text.txt')).toString()).toContain('Vijftig kazen 🧀 en één brood.');
    expect((await found.file('dom.html')).toString()).toContain('<img src="/red.png"');
    const red = readPng(await found.file('fullpage-001.png')).count((r, g, b) => r > 250 && g < 5 && b < 5);
    expect(red).toBe(200 * 200);
    for (const { name, sha256, size } of found.artefacts) {
      const bytes = await found.file(name);
      expect([name, createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([name, sha256, size]);
    }
    expect(await verifyFolder(found.folder)).toMatchObject({ ok: true, files: 6 });
  });

  test('writes a canonical manifest that names what was asked, found and allowed', async () => {
    const found = await on('/moved');
    const bytes = await found.file('manifest.json');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(found.manifestSha256);
    const manifest = JSON.parse(bytes.toString()) as Record<string, never>;
    expect(Object.keys(manifest)).toEqual([...Object.keys(manifest)].sort());
    expect(manifest).toMatchObject({
      request: { url: site.url('/moved'), policy: 'full', grounds: ['AW21'], allow: [site.host] },
      result: { title: 'Bericht één', language: 'nl', redirects: [{ status: 302, location: '/post' }] },
      environment: { sandbox: 'namespace+seccomp' },
      artefacts: found.artefacts,
    });
    expect(JSON.stringify(manifest)).not.toContain(process.cwd());
  });

  test('leaves nothing in the folder that the manifest does not name', async () => {
    const found = await on('/post');
    expect((await readdir(found.folder)).sort()).toEqual([...found.names, 'manifest.json'].sort());
  });

  test('follows a redirect by script and takes the status of what it shows', async () => {
    expect(await on('/script-redirect')).toMatchObject({ state: 'complete', httpStatus: 200, title: 'Bericht één' });
  });

  test('of plain text keeps the text', async () => {
    const found = await on('/text');
    expect((await found.file('text.txt')).toString()).toBe('gewone tekst');
  });
});

describe('what the server answered', () => {
  test.each([
    ['/gone', 410, 'complete', []],
    ['/nowhere', 404, 'complete', []],
    ['/gone-empty', 404, 'complete', []],
    ['/451', 451, 'blocked', ['unavailable-for-legal-reasons']],
    ['/403', 403, 'blocked', ['access-denied']],
    ['/walled', 200, 'blocked', ['login-wall']],
    ['/nothing', 204, 'failed', ['no-content']],
    ['/attachment', 200, 'failed', ['not-a-page']],
    ['/redirects', null, 'failed', ['too-many-redirects']],
    ['/garbage', null, 'failed', ['connection-failed']],
    ['/reset', null, 'failed', ['connection-failed']],
    ['/to-file', null, 'blocked', ['address-refused']],
    ['/to-mail', null, 'failed', ['connection-failed']],
  ])('%s is recorded as %s, %s', async (path, httpStatus, state, reasons) => {
    expect(await on(path)).toMatchObject({ httpStatus, state, reasons });
  });

  test('is never made up for a page that does not exist', async () => {
    const closed = await new LocalSite({}).open();
    const { host } = closed;
    await closed.close();
    const found = await capture(`http://${host}/`, [host]);
    expect(found).toMatchObject({ state: 'failed', reasons: ['connection-failed'], httpStatus: null });
    expect(found.names).toEqual(['network.jsonl']);
  });
});

describe('a job that must not be', () => {
  test('is refused where the browser is started and again in its own process, and nobody is contacted', async () => {
    site.connections = 0;
    const job = { ...(await jobFor(site.url('/post'), [site.host])), policy: 'forbidden' as never };
    await expect(new SpawnCapture().capture(job)).rejects.toMatchObject({ code: 'capture.forbidden' });
    const once = captureOnce({ job, browser: await findBrowser(), limits: SHORT });
    await expect(once).rejects.toMatchObject({ code: 'capture.forbidden' });
    expect({ connections: site.connections, written: await readdir(job.folder) }).toEqual({
      connections: 0,
      written: [],
    });
  });
});

describe('capturing under metadata', () => {
  test('asks for the one document only, and keeps nothing of its content but the title', async () => {
    site.hits.length = 0;
    const found = await on('/post', { policy: 'metadata' });
    expect(found).toMatchObject({ state: 'complete', httpStatus: 200, title: 'Bericht één' });
    expect([...found.names].sort()).toEqual(['headers.json', 'network.jsonl']);
    expect(site.hits).toEqual(['/post']);
    const kept = await Promise.all([...found.names, 'manifest.json'].map((name) => found.file(name)));
    expect(Buffer.concat(kept).toString()).not.toContain('kazen');
  });
});

describe('the browser from npm', () => {
  test('captures too, and shows letters', async () => {
    const found = await on('/post', { only: 'npm' });
    expect(found).toMatchObject({ state: 'complete', httpStatus: 200 });
    const dark = readPng(await found.file('fullpage-001.png')).count((r, g, b) => r < 60 && g < 60 && b < 60);
    expect(dark).toBeGreaterThan(200);
  }, 120_000);
});
