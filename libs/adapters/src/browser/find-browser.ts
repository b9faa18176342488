import { access, constants } from 'node:fs/promises';
import { BrowserTrouble } from './browser-trouble.js';
import { unpackChromium } from './unpack-chromium.js';

/** A browser that can be started. */
export interface FoundBrowser {
  readonly path: string;
  readonly source: 'setting' | 'system' | 'npm';
  /** The full browser needs `--headless`; the headless shell is nothing else. */
  readonly kind: 'headless-shell' | 'chromium';
  /** Names and values the browser needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

export interface BrowserWish {
  /** Value of SEINPOST_CHROMIUM; empty or absent: look for one. */
  readonly chromium?: string | undefined;
  /** Take only this source; for trying one that would not be chosen here. */
  readonly only?: 'system' | 'npm' | undefined;
}

/** Asked in this order: the shell is faster, smaller and calls nobody. Distribution wrappers in /usr/bin come last. */
const SYSTEM: readonly string[] = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium-headless-shell',
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/headless_shell',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
];

/** The browser to use: the one named in the settings, else the system's, else the one that came along from npm. */
export async function findBrowser(wish: BrowserWish = {}): Promise<FoundBrowser> {
  if (wish.chromium) return named(wish.chromium);
  if (wish.only !== 'npm') {
    for (const path of SYSTEM) {
      if (await canRun(path)) return { path, source: 'system', kind: kindOf(path), env: {} };
    }
  }
  if (wish.only !== 'system') return unpackChromium();
  throw new BrowserTrouble('browser.missing', 'No system browser was found', 'apt-get install chromium-headless-shell');
}

async function named(path: string): Promise<FoundBrowser> {
  if (await canRun(path)) return { path, source: 'setting', kind: kindOf(path), env: {} };
  const found = 'SEINPOST_CHROMIUM names a file that cannot be run';
  throw new BrowserTrouble('browser.setting-wrong', found, 'correct SEINPOST_CHROMIUM or leave it empty');
}

function kindOf(path: string): FoundBrowser['kind'] {
  return /headless[-_]shell/.test(path) ? 'headless-shell' : 'chromium';
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
