import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserTrouble } from './browser-trouble.js';
import { type BrowserWish, findBrowser } from './find-browser.js';
import { runErrand } from './run-errand.js';

const PRINT_MS = 90_000;

/**
 * Prints a complete HTML document to a tagged PDF with an outline, A4 unless its own @page says otherwise. It may hold
 * styles, fonts and pictures only inside itself: there is no network. The same html and instant give the same bytes.
 */
export async function printPdf(html: string, at: Date, wish: BrowserWish = {}): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'seinpost-print-'));
  try {
    const file = join(folder, 'print.pdf');
    const browser = await findBrowser(wish);
    const answer = await runErrand({ kind: 'print', html, at: at.toISOString(), file, browser }, PRINT_MS);
    if (answer?.kind === 'printed') return await readFile(file);
    throw new BrowserTrouble('browser.print-failed', 'The browser could not print the document', 'seinpost doctor');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
