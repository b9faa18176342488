import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Installation } from '#application/access/installation.js';
import { Books } from '#application/books.js';
import { CaseList } from '#application/case/case-list.js';
import { Clock } from '#application/clock.js';
import { Inbox } from '#application/correspondence/inbox.js';
import { EscalationList } from '#application/escalation/escalation-list.js';
import { EventLog } from '#application/event-log.js';
import { EvidenceStore } from '#application/evidence/evidence-store.js';
import { Identities } from '#application/identities.js';
import { KnownReferences } from '#application/notice/known-references.js';
import { LetterWriter } from '#application/notice/letter-writer.js';
import { NoticeFile } from '#application/notice/notice-file.js';
import { NoticeList } from '#application/notice/notice-list.js';
import { Register } from '#application/provider/register.js';
import { FollowUpCounts } from '#application/statistics/follow-up-counts.js';
import { DiskEvidenceStore } from '../files/disk-evidence-store.js';
import { HbsLetterWriter } from '../letters/hbs-letter-writer.js';
import { JobQueue } from '../postgres/job-queue.js';
import { PgBooks } from '../postgres/pg-books.js';
import { PgCaseList } from '../postgres/pg-case-list.js';
import { PgEscalationList } from '../postgres/pg-escalation-list.js';
import { PgEventLog } from '../postgres/pg-event-log.js';
import { PgFollowUpCounts } from '../postgres/pg-follow-up-counts.js';
import { PgInbox } from '../postgres/pg-inbox.js';
import { PgInstallation } from '../postgres/pg-installation.js';
import { PgKnownReferences } from '../postgres/pg-known-references.js';
import { PgNoticeFile } from '../postgres/pg-notice-file.js';
import { PgNoticeList } from '../postgres/pg-notice-list.js';
import { PgRegister } from '../postgres/pg-register.js';
import { projectPath } from '../settings/project.js';
import { RandomIdentities } from '../system/random-identities.js';
import { SystemClock } from '../system/system-clock.js';
import { ACTS } from './acts.js';

/** What the ports of one process stand on; TypeORM's module brings the data source. */
export interface DeskGround {
  readonly databaseUrl: string;
  /** Absolute folder of what the desk keeps on disk. */
  readonly var: string;
  /** True in the worker, whose queue hands out jobs. */
  readonly works: boolean;
}

/** Ports that need the database alone. */
const ON_DATABASE: readonly [token: Provider & object, adapter: new (db: DataSource) => object][] = [
  [Installation, PgInstallation],
  [Register, PgRegister],
  [EventLog, PgEventLog],
  [CaseList, PgCaseList],
  [NoticeList, PgNoticeList],
  [NoticeFile, PgNoticeFile],
  [KnownReferences, PgKnownReferences],
  [Inbox, PgInbox],
  [EscalationList, PgEscalationList],
  [FollowUpCounts, PgFollowUpCounts],
] as never;

const LETTER_FOLDERS = {
  letters: projectPath('templates', 'letters'),
  countryPack: projectPath('migrations', 'reference', 'nl'),
};

/** Every port with its adapter and every act; the one place where web, worker and console are wired. */
@Global()
@Module({})
export class DeskModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly jobs: JobQueue) {}

  static on(ground: DeskGround): DynamicModule {
    const providers = [...portsOn(ground), ...ACTS];
    return { module: DeskModule, providers, exports: providers };
  }

  /** The job engine lets go of its connections before the pool closes. */
  async onApplicationShutdown(): Promise<void> {
    await this.jobs.close();
  }
}

function portsOn(ground: DeskGround): Provider[] {
  return [
    ...ON_DATABASE.map(([provide, Adapter]) => ({
      provide: provide as never,
      useFactory: (db: DataSource) => new Adapter(db),
      inject: [DataSource],
    })),
    { provide: Clock, useClass: SystemClock },
    { provide: Identities, useClass: RandomIdentities },
    { provide: EvidenceStore, useFactory: () => new DiskEvidenceStore(join(ground.var, 'evidence')) },
    { provide: JobQueue, useFactory: () => JobQueue.open(ground.databaseUrl, ground.works) },
    {
      provide: Books,
      useFactory: (db: DataSource, jobs: JobQueue, installation: Installation) => new PgBooks(db, jobs, installation),
      inject: [DataSource, JobQueue, Installation],
    },
    {
      provide: LetterWriter,
      useFactory: (identities: Identities) => new HbsLetterWriter(LETTER_FOLDERS, identities),
      inject: [Identities],
    },
  ];
}
