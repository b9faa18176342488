import type { Provider } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { KeyRing } from '#application/access/key-ring.js';
import { SystemState } from '#application/access/system-state.js';
import { Books } from '#application/books.js';
import { QuestionSeal } from '#application/case/question-seal.js';
import { Clock } from '#application/clock.js';
import { MailParser } from '#application/correspondence/mail-parser.js';
import { Digests } from '#application/digests.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { Capturer } from '#application/evidence/capturer.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { Spool } from '#application/evidence/spool.js';
import { Identities } from '#application/identities.js';
import { LetterWriter } from '#application/notice/letter-writer.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { Register } from '#application/provider/register.js';
import { BagWriter } from '#application/report/bag-writer.js';
import { DossierDocuments } from '#application/report/dossier-documents.js';
import { DossierFactsSource } from '#application/report/dossier-facts-source.js';
import { PdfPrinter } from '#application/report/pdf-printer.js';
import { FollowUp } from '#application/statistics/follow-up.js';
import { AesQuestionSeal } from '../access/aes-question-seal.js';
import { keyRingOf } from '../access/hkdf-key-ring.js';
import { reportWriters } from '../apis/of-this-desk.js';
import { ZipBagWriter } from '../bag/zip-bag-writer.js';
import { SpawnCapture } from '../browser/spawn-capture.js';
import { DiskEvidenceStore } from '../files/disk-evidence-store.js';
import { DiskSpool } from '../files/disk-spool.js';
import { FormSheetWriter } from '../letters/form-sheet-writer.js';
import { HbsLetterWriter } from '../letters/hbs-letter-writer.js';
import { LetterWriterByChannel } from '../letters/letter-writer-by-channel.js';
import { ChildMailParser } from '../mail/parse/child-mail-parser.js';
import { JobQueue } from '../postgres/job-queue.js';
import { PgBooks } from '../postgres/pg-books.js';
import { PgDossierFacts } from '../postgres/pg-dossier-facts.js';
import { BrowserPdfPrinter } from '../report/browser-pdf-printer.js';
import { ReportDocuments } from '../report/report-documents.js';
import type { ApiAccess } from '../settings/api-access.js';
import type { Doubt } from '../settings/doubts.js';
import { projectPath } from '../settings/project.js';
import { MeasuredSystemState } from '../system/measured-system-state.js';
import { NodeDigests } from '../system/node-digests.js';
import { RandomIdentities } from '../system/random-identities.js';
import { SystemClock } from '../system/system-clock.js';

/** What the ports of one process stand on; TypeORM's module brings the data source. */
export interface DeskGround {
  readonly databaseUrl: string;
  /** Absolute folder of what the desk keeps on disk. */
  readonly var: string;
  /** Secrets in the settings that somebody could come by too easily. */
  readonly doubts?: readonly Doubt[];
  /** Master key; absent means that a practice desk uses its own. */
  readonly key?: Uint8Array;
  /** True in the worker, whose queue hands out jobs. */
  readonly works: boolean;
  readonly chromium?: string;
  readonly captureAllow: readonly string[];
  /** How it signs in to the interfaces of platforms; absent where nowhere. */
  readonly apis?: ApiAccess;
}

/** The ports that need more of the machine than the database: clock, disk, browser, jobs, child processes. */
export const machinePorts = (ground: DeskGround): readonly Provider[] => [
  { provide: Clock, useClass: SystemClock },
  { provide: Identities, useClass: RandomIdentities },
  { provide: Digests, useClass: NodeDigests },
  {
    provide: KeyRing,
    useFactory: async (desk: Installation) => keyRingOf({ ...ground, kind: await desk.kind() }),
    inject: [Installation],
  },
  { provide: QuestionSeal, useFactory: (keys: KeyRing) => new AesQuestionSeal(keys), inject: [KeyRing] },
  { provide: MailParser, useFactory: () => new ChildMailParser() },
  {
    provide: EvidenceStore,
    useFactory: async (desk: Installation) => new DiskEvidenceStore(join(await home(ground, desk), 'evidence')),
    inject: [Installation],
  },
  { provide: Capturer, useFactory: () => new SpawnCapture({ chromium: ground.chromium }) },
  { provide: PdfPrinter, useFactory: () => new BrowserPdfPrinter({ chromium: ground.chromium }) },
  { provide: DossierDocuments, useClass: ReportDocuments },
  { provide: BagWriter, useClass: ZipBagWriter },
  {
    provide: SystemState,
    useFactory: (db: DataSource) => new MeasuredSystemState(db, ground.var),
    inject: [DataSource],
  },
  { provide: JobQueue, useFactory: () => JobQueue.open(ground.databaseUrl, ground.works) },
  {
    provide: Spool,
    useFactory: async (desk: Installation, evidence: EvidenceStore, identities: Identities) =>
      new DiskSpool(join(await home(ground, desk), 'spool'), ground.captureAllow, evidence, identities),
    inject: [Installation, EvidenceStore, Identities],
  },
  {
    provide: Books,
    useFactory: (db: DataSource, jobs: JobQueue, installation: Installation) => new PgBooks(db, jobs, installation),
    inject: [DataSource, JobQueue, Installation],
  },
  {
    provide: LetterWriter,
    useFactory: (identities: Identities, desk: Installation) =>
      new LetterWriterByChannel({
        mail: new HbsLetterWriter(projectPath('templates', 'letters'), identities),
        'form-sheet': new FormSheetWriter(projectPath('templates', 'letters'), identities),
        ...reportWriters({ access: ground.apis, kind: () => desk.kind() }, identities),
      }),
    inject: [Identities, Installation],
  },
  {
    provide: DossierFactsSource,
    useFactory: (db: DataSource, ...[installation, register, escalations, noticeFile, followUp, evidence]: Gatherers) =>
      new PgDossierFacts(db, { installation, register, escalations, noticeFile, followUp, evidence }),
    inject: [DataSource, Installation, Register, EscalationList, NoticeFile, FollowUp, EvidenceStore],
  },
];

/** Practice and live evidence never lie in one folder: `seed --practice --reset` throws a practice desk's away. */
const home = async (ground: DeskGround, desk: Installation): Promise<string> => join(ground.var, await desk.kind());

type Gatherers = [Installation, Register, EscalationList, NoticeFile, FollowUp, EvidenceStore];
