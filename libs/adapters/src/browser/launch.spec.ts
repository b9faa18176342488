import { readdir, readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { troubleFrom } from './browser-trouble.js';
import { browserFlags } from './browser-flags.js';
import { findBrowser } from './find-browser.js';
import { launch } from './launch.js';

/** What the kernel says about each process of a group. */
async function statusOf(
  group: number,
): Promise<{ command: string; uid: number; seccomp: number; noNewPrivs: number }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid) => {
      const words = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      if (Number(words.slice(words.lastIndexOf(')') + 2).split(' ')[2]) !== group) return undefined;
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { command, uid: field('Uid'), seccomp: field('Seccomp'), noNewPrivs: field('NoNewPrivs') };
    }),
  );
  return all.filter((found) => found !== undefined && found.command !== '') as never;
}

describe.each(['system', 'npm'] as const)('the browser of the %s', (only) => {
  test('runs in its sandbox, never as root, and is gone at the end with its profile', async () => {
    const found = await findBrowser({ only }).catch((error: Error) => error);
    if (found instanceof Error) return expect(found.message).toContain('apt-get install chromium-headless-shell');
    const launched = await launch(found, { reach: 'nothing', pictures: true });
    const page = await launched.browser.newPage();
    await page.setContent('<h1>hier</h1>');
    const processes = await statusOf(launched.pid);
    const pages = processes.filter((each) => each.command.includes('--type=renderer'));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.every((each) => each.seccomp === 2)).toBe(true);
    expect(processes.every((each) => each.uid !== 0 && each.noNewPrivs === 1)).toBe(true);
    const profile = /--user-data-dir=(\S+?)\0/.exec(processes[0]?.command ?? '')?.[1] ?? '';
    expect((await stat(profile)).mode & 0o077).toBe(0);
    await launched.end();
    await new Promise((done) => setTimeout(done, 300));
    expect(await statusOf(launched.pid)).toEqual([]);
    await expect(stat(profile)).rejects.toMatchObject({ code: 'ENOENT' });
  }, 120_000);
});

describe('starting a browser', () => {
  test('never switches off what protects us', () => {
    const flags = browserFlags({ reach: { proxyPort: 1 }, profile: '/p', full: true, pictures: true }).join(' ');
    expect(flags).not.toMatch(
      /no-sandbox|single-process|no-zygote|disable-web-security|site-isolation|remote-debugging-port/,
    );
  });

  test('sends everything through the gate, loopback too', () => {
    const flags = browserFlags({ reach: { proxyPort: 4711 }, profile: '/p', full: false, pictures: true });
    expect(flags).toEqual(
      expect.arrayContaining(['--proxy-server=http://127.0.0.1:4711', '--proxy-bypass-list=<-loopback>']),
    );
    expect(flags).toContain('--webrtc-ip-handling-policy=disable_non_proxied_udp');
    expect(flags).toContain('--force-webrtc-ip-handling-policy=disable_non_proxied_udp');
  });

  test('a browser that cannot run is told in one sentence with its remedy', async () => {
    await expect(findBrowser({ chromium: '/nowhere/chromium' })).rejects.toMatchObject({
      code: 'browser.setting-wrong',
      message: expect.stringContaining('remedy: correct SEINPOST_CHROMIUM'),
    });
    expect(troubleFrom('x: error while loading shared libraries: libnss3.so: cannot open').message).toContain(
      'libnss3.so',
    );
    expect(troubleFrom('FATAL:zygote_host_impl_linux.cc No usable sandbox!').code).toBe('browser.no-sandbox');
    const found = { path: '/bin/false', source: 'setting', kind: 'headless-shell', env: {} } as const;
    await expect(launch(found, { reach: 'nothing', pictures: true })).rejects.toMatchObject({
      code: 'browser.does-not-start',
    });
  }, 60_000);
});
