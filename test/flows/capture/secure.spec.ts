import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findBrowser } from '#adapters/browser/find-browser.js';
import { SpawnCapture } from '#adapters/browser/spawn-capture.js';
import { LOOPBACK_CERTIFICATE } from '../../fixtures/loopback-certificate.js';
import { capture, forgetCaptures, jobFor, SHORT, shown } from './capturing.js';

let server: Server;
let host: string;
let folder: string;
const heard: string[] = [];

beforeAll(async () => {
  server = createServer(LOOPBACK_CERTIFICATE, (ask, answer) => {
    heard.push(String(ask.headers['sec-ch-ua']), String(ask.headers['user-agent']));
    answer.setHeader('content-type', 'text/html').end('<title>Veilig</title><h1>Veilig</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp('/tmp/seinpost-trusting-');
  await chmod(folder, 0o755);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
  await forgetCaptures();
});

/** The real browser, but trusting the certificate of this test. */
async function trustingBrowser(): Promise<string> {
  const { path, env } = await findBrowser();
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'\n`);
  const script = join(folder, 'headless-shell');
  await writeFile(script, `#!/bin/sh\n${exports.join('')}exec '${path}' "$@" --ignore-certificate-errors\n`);
  await chmod(script, 0o755);
  return script;
}

describe('a page over TLS', () => {
  test('whose certificate nobody vouches for has failed', async () => {
    const found = await capture(`https://${host}/`, [host]);
    expect(found).toMatchObject({ state: 'failed', reasons: ['tls-invalid'], httpStatus: null });
  });

  test('is kept with the certificate it came under, also where only metadata are', async () => {
    for (const policy of ['full', 'metadata'] as const) {
      const job = await jobFor(`https://${host}/`, [host], policy);
      const wish = { chromium: await trustingBrowser() };
      const found = shown(job, await new SpawnCapture(wish, SHORT).capture(job));
      expect(found).toMatchObject({ state: 'complete', httpStatus: 200, title: 'Veilig' });
      const tls = JSON.parse((await found.file('tls.json')).toString()) as {
        protocol: string;
        chain: { subject: string }[];
      };
      expect(tls).toMatchObject({ protocol: 'TLS 1.3', chain: [{ subject: 'CN=loopback.practice.invalid' }] });
    }
  });

  test('is asked for under a name that hides nothing but the missing window', () => {
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((words) => words.includes('Headless'))).toEqual([]);
    expect(heard.join()).toContain('Chromium');
  });
});
