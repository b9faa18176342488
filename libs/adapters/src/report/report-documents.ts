import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import type { BagFile } from '#application/report/bag-writer.js';
import { DossierDocuments } from '#application/report/dossier-documents.js';
import { PdfPrinter } from '#application/report/pdf-printer.js';
import type { Dossier } from '#domain/report/dossier.js';
import { projectPath } from '../settings/project.js';
import { DossierHtml } from './dossier-html.js';
import { dossierJson } from './dossier-json.js';
import { evidenceCsv, noticesCsv, statisticsCsv, timelineCsv } from './dossier-tables.js';
import { REPORT_LANGUAGES, type ReportLanguage } from './report-words.js';

/** The documents of a dossier, each written when the bag comes to it, so that only one is in memory at a time. */
@Injectable()
export class ReportDocuments extends DossierDocuments {
  private readonly folder = projectPath('templates', 'reports');
  private readonly html = new DossierHtml(this.folder);

  constructor(private readonly printer: PdfPrinter) {
    super();
  }

  of(dossier: Dossier): readonly BagFile[] {
    return [
      ...REPORT_LANGUAGES.map((language) => file(`dossier.${language}.pdf`, () => this.pdf(dossier, language))),
      file('dossier.json', () => dossierJson(dossier)),
      file('notices.csv', () => noticesCsv(dossier)),
      file('timeline.csv', () => timelineCsv(dossier)),
      file('statistics.csv', () => statisticsCsv(dossier)),
      file('evidence/index.csv', () => evidenceCsv(dossier)),
      file('README.txt', () => this.readme(dossier)),
    ];
  }

  private pdf(dossier: Dossier, language: ReportLanguage): Promise<Uint8Array> {
    return this.printer.print(this.html.render(dossier, language), new Date(dossier.at));
  }

  /** Windows line ends: most readers of this one text file sit there, and every other system reads them too. */
  private readme({ reference, version }: Dossier): string {
    const source = readFileSync(join(this.folder, 'dossier-readme.hbs'), 'utf8');
    const template = Handlebars.create().compile(source, { strict: true, noEscape: true });
    return template({ reference, isPublic: version === 'public' }).replace(/\r?\n/g, '\r\n');
  }
}

function file(path: string, make: () => string | Promise<Uint8Array>): BagFile {
  return {
    path,
    async *content() {
      const made = await make();
      yield typeof made === 'string' ? Buffer.from(made, 'utf8') : made;
    },
  };
}
