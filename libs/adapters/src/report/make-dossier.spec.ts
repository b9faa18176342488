import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MakeDossier } from '#application/report/make-dossier.js';
import { EVERYTHING } from '#domain/access/reach.js';
import type { DossierFacts, DossierVersion } from '#domain/report/dossier-facts.js';
import {
  aDossierFacts,
  aDossierNotice,
  aFullNotice,
  mailText,
  maximumFacts,
  MOMENT,
  PAGE_TEXT,
} from '#test/builders/dossier.js';
import { sha256 } from '#test/builders/bag.js';
import { FakeDossierFacts } from '#test/fakes/fake-dossier-facts.js';
import { FakePdfPrinter } from '#test/fakes/fake-pdf-printer.js';
import { openZip } from '../bag/open-zip.js';
import { readText } from '../bag/bag-files.js';
import { verify } from '../bag/verify.js';
import { ZipBagWriter } from '../bag/zip-bag-writer.js';
import { ReportDocuments } from './report-documents.js';

const MAILS = aFullNotice().correspondence.map(({ direction, meaning, at }) => mailText(direction, meaning, at));

function sourceOf(facts: DossierFacts): FakeDossierFacts {
  return new FakeDossierFacts(facts).put(...MAILS, PAGE_TEXT);
}

async function made(facts: DossierFacts, version: DossierVersion = 'confidential', at = MOMENT) {
  const out = join(await mkdtemp(join(tmpdir(), 'seinpost-test-')), 'dossier.zip');
  const act = new MakeDossier(sourceOf(facts), new ReportDocuments(new FakePdfPrinter()), new ZipBagWriter());
  const answer = await act.run({
    query: { kind: 'escalation', escalation: 'E-2026-0007', reach: EVERYTHING, at },
    version,
    out,
  });
  return { answer, out };
}

async function filesIn(out: string): Promise<string[]> {
  const zip = await openZip(out);
  const paths = [...zip.files.keys()].filter((path) => path.startsWith('data/')).map((path) => path.slice(5));
  zip.close();
  return paths;
}

async function textIn(out: string, path: string): Promise<string> {
  const zip = await openZip(out);
  const text = await readText(zip.files.get(path)!);
  zip.close();
  return text ?? '';
}

describe('the dossier', () => {
  test('is one bag that verifies, and says what is in it', async () => {
    const { answer, out } = await made(maximumFacts());
    const digest = sha256(await readFile(out));
    expect(answer).toEqual({ reference: 'E-2026-0007', file: out, sha256: digest, notices: 1, items: 2 });
    expect(await verify(out)).toMatchObject({ ok: true, kind: 'bag', files: 12 });
  });

  test('holds documents, tables, mails and evidence', async () => {
    const { out } = await made(maximumFacts());
    expect(await filesIn(out)).toEqual([
      'README.txt',
      'correspondence/TF-2025-000001/01-20250801T080000Z-out-notice.eml',
      'correspondence/TF-2025-000001/02-20250801T080400Z-in-receipt.eml',
      'correspondence/TF-2025-000001/03-20250803T103000Z-in-decision.eml',
      'dossier.en.pdf',
      'dossier.json',
      'dossier.nl.pdf',
      'evidence/TF-2025-000001/01-20250801T075000Z/text.txt',
      'evidence/index.csv',
      'notices.csv',
      'statistics.csv',
      'timeline.csv',
    ]);
    expect(await textIn(out, 'data/correspondence/TF-2025-000001/02-20250801T080400Z-in-receipt.eml')).toBe(MAILS[1]);
  });

  test('says in bag-info.txt whose it is, about whom, and when it was made', async () => {
    const { out } = await made(maximumFacts(), 'public');
    expect(await textIn(out, 'bag-info.txt')).toMatch(
      new RegExp(
        [
          'Source-Organization: Voorbeeldmeldpunt',
          'Organization-Address: Voorbeeldstraat 1, 1000 AA Amsterdam',
          'Contact-Name: Meldkamer Voorbeeldmeldpunt',
          'Contact-Email: desk@meldpunt.example',
          'External-Description: .* sent to Oefenplatform from 2025-07-15 to 2025-12-31; public version',
          'Bagging-Date: 2026-11-21',
          'External-Identifier: E-2026-0007',
          'Bag-Software-Agent: Seinpost',
          'Payload-Oxum: \\d+\\.8\n$',
        ].join('\n'),
      ),
    );
  });

  test('has the same bytes for the same facts and moment, and others for another moment', async () => {
    const [first, second] = [await made(maximumFacts()), await made(maximumFacts())];
    expect(second.answer.sha256).toBe(first.answer.sha256);
    const later = await made(maximumFacts(), 'confidential', new Date('2026-11-22T00:00:00Z'));
    expect(later.answer.sha256).not.toBe(first.answer.sha256);
  });

  test('can be made without any notice', async () => {
    const { answer, out } = await made(aDossierFacts([]));
    expect(answer).toMatchObject({ reference: 'practice-2025-07-15-2025-12-31', notices: 0, items: 0 });
    expect(await verify(out)).toMatchObject({ ok: true, files: 8 });
    expect(await textIn(out, 'data/notices.csv')).toMatch(/^reference,[A-Za-z,]+\r\n$/);
  });

  test('is not made when a stored mail is no longer what was recorded', async () => {
    const source = sourceOf(maximumFacts());
    source.spoil(sha256(MAILS[1]!));
    const act = new MakeDossier(source, new ReportDocuments(new FakePdfPrinter()), new ZipBagWriter());
    const query = { kind: 'escalation', escalation: 'E-2026-0007', reach: EVERYTHING, at: MOMENT } as const;
    const order = { query, version: 'confidential', out: join(tmpdir(), 'seinpost-never-made.zip') } as const;
    await expect(act.run(order)).rejects.toMatchObject({ code: 'bag.not-as-recorded' });
    await expect(readFile(order.out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('gives every notice a folder of its own, whatever an earlier administration called it', async () => {
    const named = ['a/b', 'a b', '..', 'a~0020b', '.hidden'].map((reference) =>
      aDossierNotice({ reference, correspondence: aFullNotice().correspondence.slice(0, 1) }),
    );
    const { out } = await made(aDossierFacts(named));
    const folders = (await filesIn(out))
      .filter((path) => path.startsWith('correspondence/'))
      .map((path) => path.split('/')[1]);
    expect(new Set(folders).size).toBe(5);
  });
});

describe('the public version', () => {
  test('has no correspondence, no evidence but an empty index, and no path of any address', async () => {
    const { out } = await made(maximumFacts(), 'public');
    expect(await filesIn(out)).toEqual([
      'README.txt',
      'dossier.en.pdf',
      'dossier.json',
      'dossier.nl.pdf',
      'evidence/index.csv',
      'notices.csv',
      'statistics.csv',
      'timeline.csv',
    ]);
    for (const path of ['data/dossier.json', 'data/notices.csv', 'data/timeline.csv', 'data/evidence/index.csv']) {
      const text = await textIn(out, path);
      expect(text).not.toMatch(/practice\.example\/posts|1:23|CASE-77|herinneringen|\.eml/);
    }
  });
});
