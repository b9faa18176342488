import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyFolder } from '#adapters/files/verify-folder.js';
import { LocalSite } from '#test/fixtures/local-site.js';
import type { Answer, Call } from '../command.js';
import { captureCommand } from './capture.command.js';

let site: LocalSite;
let cwd: string;
let captureAllow: string[];
beforeAll(async () => {
  site = await new LocalSite({ '/post': '<title>Bericht</title><h1>Kaas</h1>' }).open();
});
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'seinpost-command-test-'));
  captureAllow = [site.host];
  site.hits.length = 0;
  site.connections = 0;
});
afterAll(() => site.close());

function run(...args: string[]): Promise<Answer> {
  const settings = { captureAllow, chromium: undefined };
  const call = { args, cwd, json: true, note: () => undefined, desk: () => Promise.resolve({ settings }) };
  return captureCommand.run(call as unknown as Call);
}

describe('seinpost capture', () => {
  test.each([
    ['a forbidden ground', ['--ground', 'SR252'], 'capture.forbidden'],
    ['a forbidden ground among others', ['--ground', 'AW21', '--ground', 'CSAM_AI'], 'capture.forbidden'],
    ['a forbidden ground and a wish', ['--ground', 'SR252', '--policy', 'metadata'], 'capture.forbidden'],
    ['no ground', [], 'capture.no-ground'],
    ['an unknown ground', ['--ground', 'XX1'], 'capture.unknown-ground'],
    ['a looser wish', ['--ground', 'SR83_TERR', '--policy', 'masked'], 'capture.policy-too-loose'],
  ])('refuses %s before anything is contacted or written', async (_words, args, code) => {
    await expect(run(site.url('/post'), '--out', 'bewijs', ...args)).rejects.toMatchObject({ code });
    expect({ connections: site.connections, written: await readdir(cwd) }).toEqual({ connections: 0, written: [] });
    await rm(cwd, { recursive: true });
  });

  test.each([[[]], [['http://a', 'http://b']]])('wants exactly one address: %j', async (urls) => {
    await expect(run(...urls, '--ground', 'AW21', '--out', 'x')).rejects.toMatchObject({ code: 'usage' });
  });

  test('wants a folder, and a policy it knows', async () => {
    await expect(run('http://a', '--ground', 'AW21')).rejects.toMatchObject({ code: 'usage' });
    await expect(run('http://a', '--ground', 'AW21', '--out', 'x', '--policy', 'full')).rejects.toMatchObject({
      code: 'usage',
    });
  });

  test('reaches the same page for an open ground, and says where it lies', async () => {
    const { json, ok } = await run(site.url('/post'), '--ground', 'AW21', '--out', 'bewijs');
    const found = json as { folder: string; manifestSha256: string };
    expect(ok).toBe(true);
    expect(site.hits).toContain('/post');
    expect(found).toEqual({
      state: 'complete',
      reasons: [],
      httpStatus: 200,
      finalUrl: site.url('/post'),
      policy: 'full',
      folder: expect.stringContaining(join(cwd, 'bewijs')),
      manifestSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await verifyFolder(found.folder)).toMatchObject({ ok: true });
    expect((await readFile(join(found.folder, 'manifest.json'), 'utf8')).includes(`"allow":["${site.host}"]`)).toBe(
      true,
    );
  }, 120_000);

  test('keeps two captures of one page apart, under the stricter policy asked for', async () => {
    const args = [site.url('/post'), '--ground', 'AW21', '--out', 'bewijs', '--policy', 'metadata'];
    const answers = await Promise.all([run(...args), run(...args)]);
    const folders = answers.map(({ json }) => (json as { folder: string }).folder);
    expect(new Set(folders).size).toBe(2);
    for (const folder of folders) expect(await verifyFolder(folder)).toMatchObject({ ok: true });
    expect((await readdir(join(cwd, 'bewijs'))).length).toBe(2);
  }, 120_000);

  test('a page that may not be reached is blocked, one that does not answer has failed', async () => {
    const { json, ok } = await run('http://127.0.0.1:9/', '--ground', 'AW21', '--out', 'bewijs');
    expect(json).toMatchObject({ state: 'blocked', reasons: ['address-refused'], httpStatus: null });
    expect(ok).toBe(true);
    const closed = await new LocalSite({}).open();
    const { host } = closed;
    await closed.close();
    captureAllow = [host];
    const missing = await run(`http://${host}/`, '--ground', 'AW21', '--out', 'bewijs');
    expect(missing).toMatchObject({ ok: false, json: { state: 'failed', reasons: ['connection-failed'] } });
  }, 120_000);
});
