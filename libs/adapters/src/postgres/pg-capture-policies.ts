import type { DataSource } from 'typeorm';
import { CapturePolicies } from '#application/evidence/capture-policies.js';
import type { CapturePolicy } from '#domain/evidence/capture-policy.js';
import { LegalGroundSchema } from './register.schema.js';

/** The capture policy of each ground as the register has it. */
export class PgCapturePolicies extends CapturePolicies {
  constructor(private readonly db: DataSource) {
    super();
  }

  async of(code: string): Promise<CapturePolicy | undefined> {
    return (await this.db.getRepository(LegalGroundSchema).findOneBy({ code }))?.capturePolicy;
  }
}
