import { writeFile } from 'node:fs/promises';
import type { Errand } from '#adapters/browser/errand.js';
import { launch } from '#adapters/browser/launch.js';
import { datedPdf } from './dated-pdf.js';

const PRINT_MS = 60_000;

/** Prints a document of ours to PDF: no script, no network, the given instant in place of the clock. */
export async function printOnce(errand: Extract<Errand, { kind: 'print' }>): Promise<void> {
  const launched = await launch(errand.browser, { reach: 'nothing', pictures: true });
  const timer = setTimeout(() => void launched.end(), PRINT_MS);
  try {
    const page = (await launched.browser.pages())[0] ?? (await launched.browser.newPage());
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setContent(errand.html, { waitUntil: 'load', timeout: PRINT_MS });
    const wish = { format: 'A4', printBackground: true, preferCSSPageSize: true, tagged: true, outline: true } as const;
    const pdf = await page.pdf({ ...wish, timeout: PRINT_MS });
    await writeFile(errand.file, datedPdf(Buffer.from(pdf), new Date(errand.at)), { mode: 0o600 });
  } finally {
    clearTimeout(timer);
    await launched.end();
  }
}
