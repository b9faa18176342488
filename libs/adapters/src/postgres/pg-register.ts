import type { DataSource } from 'typeorm';
import { Register } from '#application/provider/register.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { LegalGroundSchema, PlatformSchema, ProviderSchema } from './register.schema.js';

/** The register as rows of PostgreSQL. */
export class PgRegister extends Register {
  constructor(private readonly db: DataSource) {
    super();
  }

  grounds(): Promise<readonly LegalGround[]> {
    return this.db.getRepository(LegalGroundSchema).find({ order: { code: 'ASC' } });
  }

  async ground(code: string): Promise<LegalGround> {
    const ground = await this.db.getRepository(LegalGroundSchema).findOneBy({ code });
    if (!ground) throw new RuleViolation('ground.unknown', { code });
    return ground;
  }

  providers(): Promise<readonly Provider[]> {
    return this.db.getRepository(ProviderSchema).find({ order: { code: 'ASC' } });
  }

  platforms(): Promise<readonly Platform[]> {
    return this.db.getRepository(PlatformSchema).find({ order: { name: 'ASC' } });
  }

  async platform(code: string): Promise<Platform> {
    const platform = await this.db.getRepository(PlatformSchema).findOneBy({ code });
    if (!platform) throw new RuleViolation('platform.unknown', { code });
    return platform;
  }
}
