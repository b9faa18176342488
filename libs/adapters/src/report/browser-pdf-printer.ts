import { Injectable } from '@nestjs/common';
import { PdfPrinter } from '#application/report/pdf-printer.js';
import { printPdf } from '../browser/print-pdf.js';

/** Prints with the desk's own Chromium, in the capture process, without network. */
@Injectable()
export class BrowserPdfPrinter extends PdfPrinter {
  print(html: string, at: Date): Promise<Uint8Array> {
    return printPdf(html, at);
  }
}
