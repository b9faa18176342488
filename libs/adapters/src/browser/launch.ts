import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { browserFlags, type Reach } from './browser-flags.js';
import { troubleFrom } from './browser-trouble.js';
import { dropFor, giveToBrowser, isRoot, NOBODY } from './dropped-user.js';
import type { FoundBrowser } from './find-browser.js';

/** A started browser with its own profile, and the one way to be rid of both. */
export interface Launched {
  readonly browser: Browser;
  /** Process id of the browser; it leads its own process group. */
  readonly pid: number;
  readonly sandbox: 'namespace+seccomp';
  /** Kills every process of the browser at once and removes the profile; may be called twice. */
  end(): Promise<void>;
}

const START_MS = 20_000;
/** Not the folder of TMPDIR: the dropped user must be able to get there. */
const PROFILES = '/tmp';
const PROFILE = 'seinpost-browser-';
/** No browser of ours lives nearly as long. */
const STALE_MS = 60 * 60 * 1000;

/** Starts the browser with its sandbox on, its own profile and no way out but the proxy. Throws BrowserTrouble. */
export async function launch(found: FoundBrowser, wish: { reach: Reach; pictures: boolean }): Promise<Launched> {
  await sweepProfiles();
  const profile = await mkdtemp(join(PROFILES, PROFILE));
  try {
    await giveToBrowser(profile);
    const drop = await dropFor(found.path);
    const flags = browserFlags({ ...wish, profile, full: found.kind === 'chromium' });
    const browser = await puppeteer.launch({
      executablePath: drop.path,
      args: [...drop.args, ...flags],
      ignoreDefaultArgs: true,
      pipe: true, // no debugging port that others on this machine could speak to
      timeout: START_MS,
      env: { ...found.env, HOME: profile, TMPDIR: profile, LANG: 'C.UTF-8', TZ: 'UTC' },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      defaultViewport: null,
    });
    const pid = browser.process()?.pid ?? 0;
    return { browser, pid, sandbox: 'namespace+seccomp', end: () => endBrowser(pid, profile) };
  } catch (error) {
    await rm(profile, { recursive: true, force: true });
    throw troubleFrom(error instanceof Error ? error.message : String(error));
  }
}

async function endBrowser(pid: number, profile: string): Promise<void> {
  try {
    if (pid > 0) process.kill(-pid, 'SIGKILL');
  } catch {
    // gone already
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Takes away profiles of browsers that were killed together with us. */
async function sweepProfiles(): Promise<void> {
  const names = (await readdir(PROFILES)).filter((name) => name.startsWith(PROFILE));
  for (const name of names) {
    const path = join(PROFILES, name);
    const found = await lstat(path).catch(() => undefined);
    const isOurs = found?.uid === process.getuid?.() || (isRoot() && found?.uid === NOBODY);
    if (!found?.isDirectory() || !isOurs || Date.now() - found.mtimeMs < STALE_MS) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
