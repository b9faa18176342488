import { AxePuppeteer } from '@axe-core/puppeteer';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { dropFor, giveToBrowser } from '#adapters/browser/dropped-user.js';
import { findBrowser } from '#adapters/browser/find-browser.js';
import { readSettings } from '#adapters/settings/settings.js';

/** A real browser, sandboxed, in which a test looks at the desk; unlike a capture it may reach the desk directly. */
export interface DeskBrowser {
  readonly browser: Browser;
  end(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--lang=nl-NL',
  '--no-pings',
];

export async function deskBrowser(): Promise<DeskBrowser> {
  const profile = await mkdtemp(join('/tmp', 'seinpost-desk-'));
  await giveToBrowser(profile);
  const found = await findBrowser({ chromium: readSettings().chromium });
  const drop = await dropFor(found.path);
  const browser = await puppeteer.launch({
    executablePath: drop.path,
    args: [...drop.args, `--user-data-dir=${profile}`, ...FLAGS, 'about:blank'],
    ignoreDefaultArgs: true,
    pipe: true,
    env: { ...found.env, HOME: profile, TMPDIR: profile, LANG: 'C.UTF-8', TZ: 'UTC' },
    defaultViewport: { width: 1280, height: 900 },
  });
  const end = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  return { browser, end };
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rules of axe that look at colours (`cat.color`); the dark theme changes nothing else (`test/repository/theme.spec`). */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds wrong on a page by WCAG 2.2 AA, in the light and in the dark, each as a sentence with its element. */
export async function barriers(page: Page): Promise<string[]> {
  await inScheme(page, 'light');
  // Run in the page itself: a desk has no frames, for whose sake axe would gather its findings in a tab of its own.
  const axe = new AxePuppeteer(page)
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(RULES);
  const light = (await axe.analyze()).violations;
  await inScheme(page, 'dark');
  const only = JSON.stringify({ runOnly: { type: 'rule', values: ABOUT_COLOURS }, resultTypes: ['violations'] });
  const dark = await page.evaluate(`axe.run(document, ${only}).then(({ violations }) => violations)`);
  return [...inWords('light', light), ...inWords('dark', dark as Violation[])];
}

const inScheme = (page: Page, scheme: 'light' | 'dark'): Promise<void> =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // a colour half-way through its fade is nobody's colour
  ]);

const inWords = (scheme: string, violations: readonly Violation[]): string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme} ${id}: ${html}`));

/** Presses Tab until the element in focus matches, at most so many times; a person without a mouse gets there too. */
export async function tabTo(page: Page, selector: string, most = 40): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`${selector} cannot be reached by Tab on ${page.url()}`);
}

/** Does something that leads to another page, and waits until that page stands there. */
export async function toNextPage(page: Page, act: () => Promise<unknown>): Promise<number> {
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act()]);
  return answer?.status() ?? 0;
}

/** Widest part of the page beyond the window, in pixels; 0 when nobody needs to scroll sideways. */
export const overflow = async (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** The id of the element that has the focus; a browser heeds `autofocus` a moment after the page is loaded. */
export async function focused(page: Page): Promise<unknown> {
  for (let looks = 0; ; looks += 1) {
    const id = await page.evaluate('document.activeElement.id');
    if (id !== '' || looks === 20) return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
