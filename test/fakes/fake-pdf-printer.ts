import { PdfPrinter } from '#application/report/pdf-printer.js';

/** Keeps what it was asked to print and answers bytes that follow from it. */
export class FakePdfPrinter extends PdfPrinter {
  readonly printed: string[] = [];

  print(html: string, at: Date): Promise<Uint8Array> {
    this.printed.push(html);
    return Promise.resolve(Buffer.from(`%PDF of ${html.length} characters at ${at.toISOString()}\n`));
  }
}
