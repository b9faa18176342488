import { Injectable } from '@nestjs/common';
import { isNightlyDue } from '#domain/access/nightly.js';
import { system } from '#domain/event.js';
import type { RecordedEvent } from '../event-log.js';
import { AuditLog } from './audit-log.js';
import { Installation } from './installation.js';
import { KeepVerification } from './keep-verification.js';
import { VerifyAudit } from './verify-audit.js';

/** The machine verifies the whole log: each night, and when somebody asked for it; the result stands in the log. */
@Injectable()
export class VerifyByItself {
  constructor(
    private readonly verify: VerifyAudit,
    private readonly keep: KeepVerification,
    private readonly log: AuditLog,
    private readonly desk: Installation,
  ) {}

  /** Does nothing by day, and nothing twice in a night. */
  async nightly(now: Date): Promise<void> {
    const { zone } = await this.desk.organisation();
    const last = await this.log.lastVerification();
    if (isNightlyDue(now, last?.at ?? null, zone)) await this.run();
  }

  /** A wish that has its result is not fulfilled twice. */
  async asked(event: RecordedEvent): Promise<void> {
    if (!(await this.log.isAnswered(event.id))) await this.run(event.id);
  }

  private async run(asked?: string): Promise<void> {
    await this.keep.run(system('audit-verify'), await this.verify.run({}), { part: false, asked });
  }
}
