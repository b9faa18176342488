import { Injectable } from '@nestjs/common';
import type { DossierVersion } from '#domain/report/dossier-facts.js';
import { type Dossier, dossierOf } from '#domain/report/dossier.js';
import { evidencePath, mailPath } from '#domain/report/dossier-paths.js';
import { dayIn } from '#domain/report/day-in.js';
import { BagWriter, type BagContents, type BagFile } from './bag-writer.js';
import { DossierDocuments } from './dossier-documents.js';
import { DossierFactsSource, type DossierQuery, type RecordedContent } from './dossier-facts-source.js';

/** What is made, for whom, and where it goes; `query.at` is the only time in it. */
export interface DossierOrder {
  readonly query: DossierQuery;
  readonly version: DossierVersion;
  readonly out: string;
}

/** The answer of `seinpost dossier` (design.md §5). */
export interface MadeDossier {
  readonly reference: string;
  readonly file: string;
  readonly sha256: string;
  readonly notices: number;
  readonly items: number;
}

/** The same, with the ids of the stored things whose bytes lie in the file. */
export interface HandedOver extends MadeDossier {
  readonly evidence: readonly string[];
}

/** Makes the file that goes to the regulator: facts in, one bag out. */
@Injectable()
export class MakeDossier {
  constructor(
    private readonly source: DossierFactsSource,
    private readonly documents: DossierDocuments,
    private readonly bags: BagWriter,
  ) {}

  async run(order: DossierOrder): Promise<MadeDossier> {
    return (await this.make(order)).made;
  }

  /** For whoever enters into their custody that things were taken along. */
  async handOver(order: DossierOrder): Promise<HandedOver> {
    const { made, dossier } = await this.make(order);
    const notices = dossier.notices.filter(({ captures }) => captures.length > 0);
    const files = notices.flatMap(({ captures }) => captures.flatMap((capture) => capture.files));
    const references = notices.map(({ reference }) => reference);
    const digests = files.map(({ sha256 }) => sha256);
    return { ...made, evidence: files.length === 0 ? [] : await this.source.stored(references, digests) };
  }

  private async make({ query, version, out }: DossierOrder): Promise<{ made: MadeDossier; dossier: Dossier }> {
    const dossier = dossierOf(await this.source.facts(query), version, query.at);
    const files = [...this.documents.of(dossier), ...this.attachments(dossier)];
    const bag: BagContents = { name: dossier.reference, info: bagInfo(dossier), files, at: query.at };
    const { file, sha256 } = await this.bags.write(bag, out);
    const items = dossier.notices.reduce((sum, notice) => sum + notice.items.length, 0);
    const made = { reference: dossier.reference, file, sha256, notices: dossier.notices.length, items };
    return { made, dossier };
  }

  private attachments({ notices }: Dossier): BagFile[] {
    return notices.flatMap(({ reference, correspondence, captures }) => [
      ...correspondence.map((mail, index) => this.attachment(mailPath(reference, mail, index), 'mail', mail)),
      ...captures.flatMap((capture, index) =>
        capture.files.map((file) => this.attachment(evidencePath(reference, capture, index, file), 'evidence', file)),
      ),
    ]);
  }

  private attachment(path: string, kind: RecordedContent['kind'], recorded: NonNullable<BagFile['recorded']>): BagFile {
    const { sha256, bytes } = recorded;
    return { path, content: () => this.source.open({ kind, sha256 }), recorded: { sha256, bytes } };
  }
}

function bagInfo(dossier: Dossier): BagContents['info'] {
  const { complainant, provider, period, reference, version } = dossier;
  const about = `Notices under Regulation (EU) 2022/2065 sent to ${provider.name} from ${period.from} to ${period.to}`;
  return [
    ['Source-Organization', complainant.name],
    ['Organization-Address', complainant.postalAddress],
    ['Contact-Name', complainant.deskName],
    ['Contact-Email', complainant.deskEmail],
    ['External-Description', `${about}; ${version} version`],
    ['Bagging-Date', dayIn(dossier.at, dossier.zone)],
    ['External-Identifier', reference],
    ['Bag-Software-Agent', 'Seinpost'],
  ];
}
