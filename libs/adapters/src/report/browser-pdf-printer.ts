import { PdfPrinter } from '#application/report/pdf-printer.js';
import type { BrowserWish } from '../browser/find-browser.js';
import { printPdf } from '../browser/print-pdf.js';

/** Prints with the desk's own Chromium, in the capture process, without network. */
export class BrowserPdfPrinter extends PdfPrinter {
  constructor(private readonly wish: BrowserWish = {}) {
    super();
  }

  print(html: string, at: Date): Promise<Uint8Array> {
    return printPdf(html, at, this.wish);
  }
}
