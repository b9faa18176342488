import { ReportDocuments } from '#adapters/report/report-documents.js';
import { DOSSIER_VERSIONS } from '#domain/report/dossier-facts.js';
import { dossierOf } from '#domain/report/dossier.js';
import { maximumFacts, MOMENT } from '#test/builders/dossier.js';
import { FakePdfPrinter } from '#test/fakes/fake-pdf-printer.js';

/** The documents of both versions by name, as they are made now; of a PDF the page that is printed, without its style. */
export async function dossierCases(): Promise<Map<string, string>> {
  const cases = new Map<string, string>();
  const printer = new FakePdfPrinter();
  for (const version of DOSSIER_VERSIONS) {
    for (const { path, content } of new ReportDocuments(printer).of(dossierOf(maximumFacts(), version, MOMENT))) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of content()) chunks.push(chunk);
      if (path.endsWith('.pdf')) cases.set(`${version}/${path.replace('.pdf', '.html')}`, unstyled(printer.printed.at(-1)!));
      else cases.set(`${version}/${path}`, Buffer.concat(chunks).toString());
    }
  }
  return cases;
}

function unstyled(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/, '<style></style>');
}
