import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { MailParser } from '#application/correspondence/mail-parser.js';
import { JobQueue } from '../postgres/job-queue.js';
import { ACTS } from './acts.js';
import { auditPorts } from './audit-ports.js';
import { DATABASE_PORTS } from './database-ports.js';
import { machinePorts, type DeskGround } from './machine-ports.js';

/** Every port with its adapter and every act; the one place where web, worker and console are wired. */
@Global()
@Module({})
export class DeskModule implements OnApplicationShutdown {
  constructor(
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(MailParser) private readonly parser: MailParser,
  ) {}

  static on(ground: DeskGround): DynamicModule {
    const providers = [...DATABASE_PORTS, ...machinePorts(ground), ...auditPorts(ground.var), ...ACTS];
    return { module: DeskModule, providers, exports: providers };
  }

  /** The job engine lets go of its connections before the pool closes, and the parser of its child. */
  async onApplicationShutdown(): Promise<void> {
    await this.jobs.close();
    await this.parser.close();
  }
}
