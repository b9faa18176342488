/**
 * Prints a page as PDF: tagged, with outline and backgrounds. Size, margins, page numbers and running lines stand in the
 * page's own `@page` rules (`preferCSSPageSize`), fonts as data in its style: nothing is fetched and no script runs. The
 * dates inside the PDF are `at`, so the same page at the same `at` gives the same bytes.
 */
export abstract class PdfPrinter {
  abstract print(html: string, at: Date): Promise<Uint8Array>;
}
