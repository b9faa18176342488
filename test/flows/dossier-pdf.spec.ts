import { beforeAll, describe, expect, test } from '@jest/globals';
import { BrowserPdfPrinter } from '#adapters/report/browser-pdf-printer.js';
import { DossierHtml } from '#adapters/report/dossier-html.js';
import { projectPath } from '#adapters/settings/project.js';
import { dossierOf } from '#domain/report/dossier.js';
import { aDossierFacts, aDossierNotice, maximumFacts, MOMENT } from '#test/builders/dossier.js';

const html = new DossierHtml(projectPath('templates', 'reports'));
const print = async (page: string) => Buffer.from(await new BrowserPdfPrinter().print(page, MOMENT));

describe('a printed dossier', () => {
  const page = html.render(dossierOf(maximumFacts(), 'confidential', MOMENT), 'nl');
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await print(page);
  });

  test('can be read aloud and leafed through: tagged, with language, title and outline', () => {
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    for (const mark of ['/StructTreeRoot', '/Outlines', '/Title', '/S /H1', '/S /TH', '/S /Table']) {
      expect(text).toContain(mark);
    }
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/Lang \(nl/);
  });

  test('carries the moment of the dossier and no other', () => {
    const dates = pdf.toString('latin1').match(/\/(?:CreationDate|ModDate) \(([^)]*)\)/g);
    expect(dates?.map((each) => each.replace(/.*\((D:\d{14}).*/, '$1'))).toEqual([
      'D:20261121182543',
      'D:20261121182543',
    ]);
  });

  test('has the same bytes when printed again', async () => {
    expect((await print(page)).equals(pdf)).toBe(true);
  });

  test('can be long', async () => {
    const notices = Array.from({ length: 578 }, (_, n) =>
      aDossierNotice({ reference: `TF-2025-${String(n).padStart(6, '0')}` }),
    );
    const long = await print(html.render(dossierOf(aDossierFacts(notices), 'confidential', MOMENT), 'en'));
    expect(long.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(60);
  });
});
