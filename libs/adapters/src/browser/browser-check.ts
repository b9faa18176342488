import type { Page } from 'puppeteer';
import { type BrowserWish, findBrowser } from './find-browser.js';
import { launch } from './launch.js';

/** What an operator is told about the letters the browser can show. */
export interface BrowserFinding {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly remedy: string;
}

/** One sign of each writing that reports are about; without a font it comes out as an empty box. */
const WRITINGS: Readonly<Record<string, string>> = {
  Latin: 'g',
  Arabic: 'ع',
  'Chinese and Japanese': '語',
  emoji: '🧀',
};
/** No character by definition (Unicode §23.7), so it always comes out as the box. */
const NO_CHARACTER = '\u{10FFFE}';
const FONTS =
  'apt-get install --no-install-recommends fonts-liberation fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji';

/** Starts the browser and looks which writings it can show: evidence with boxes for letters proves little. */
export async function browserCheck(wish: BrowserWish = {}): Promise<BrowserFinding> {
  const launched = await launch(await findBrowser(wish), { reach: 'nothing', pictures: true });
  try {
    const page = await launched.browser.newPage();
    const box = await look(page, NO_CHARACTER);
    const nothing = await look(page, ' ');
    const missing: string[] = [];
    for (const [writing, sign] of Object.entries(WRITINGS)) {
      const seen = await look(page, sign);
      if (seen === box || seen === nothing) missing.push(writing);
    }
    return finding(missing);
  } finally {
    await launched.end();
  }
}

function finding(missing: readonly string[]): BrowserFinding {
  if (missing.length === 0) return { status: 'ok', detail: 'letters of every writing are shown', remedy: '' };
  const status = missing.includes('Latin') ? 'fail' : 'warn';
  return { status, detail: `no letters for ${missing.join(', ')}`, remedy: FONTS };
}

/** The picture of one sign, as base64 of PNG. */
async function look(page: Page, sign: string): Promise<string> {
  await page.setContent(`<meta charset="utf-8"><body style="margin:0;font:40px sans-serif">${sign}`);
  return page.screenshot({ encoding: 'base64', clip: { x: 0, y: 0, width: 80, height: 80 } });
}
