import type { DataSource } from 'typeorm';
import { PlatformFile, type ByName, type StandingPlatform } from '#application/provider/platform-file.js';
import type { Onboarding } from '#domain/provider/onboarding.js';
import { withOldTexts } from '#domain/provider/platform-texts.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { Registered, RegisteredThing, RegisterVersion } from '#domain/provider/register-version.js';
import type { ChannelCheck } from '#domain/provider/verify-channel.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { RegisterEntrySchema } from './register-history.schema.js';
import { PlatformSchema, ProviderSchema } from './register.schema.js';

type Version = ByName<RegisterVersion<Platform | Provider>>;

/** What the register knows of one platform, from PostgreSQL. */
export class PgPlatformFile extends PlatformFile {
  constructor(private readonly db: DataSource) {
    super();
  }

  async standing(code: string): Promise<StandingPlatform> {
    const platform = await this.db.getRepository(PlatformSchema).findOneBy({ code });
    if (!platform) throw new RuleViolation('platform.not-found', { code });
    const { providerCode } = platform;
    const provider = await this.db.getRepository(ProviderSchema).findOneByOrFail({ code: providerCode });
    const ofProvider = await this.db.getRepository(PlatformSchema).findBy({ providerCode });
    return {
      platform: await this.registered('platform', platform),
      provider: await this.registered('provider', provider),
      siblings: ofProvider.filter((one) => one.code !== code).map(({ name }) => name),
    };
  }

  async versions(thing: RegisteredThing, code: string): Promise<readonly Version[]> {
    const rows: Version[] = await this.db.query(
      `select v.version, v.facts, v.cause, v.reason, v.user_id as "userId", v.at, u.name as author
       from register_versions v left join users u on u.id = v.user_id
       where v.thing = $1 and v.code = $2 order by v.version desc`,
      [thing, code],
    );
    return rows.map((row) => ({ ...row, facts: 'channels' in row.facts ? withOldTexts(row.facts) : row.facts }));
  }

  checks(code: string): Promise<readonly ByName<ChannelCheck>[]> {
    return this.db.query(
      `select c.platform_code as "platformCode", c.kind, c.address, to_char(c.seen_on, 'YYYY-MM-DD') as "seenOn",
              c.user_id as "userId", c.at, u.name as author
       from channel_checks c left join users u on u.id = c.user_id where c.platform_code = $1 order by c.id desc`,
      [code],
    );
  }

  onboardings(code: string): Promise<readonly ByName<Onboarding>[]> {
    return this.db.query(
      `select o.platform_code as "platformCode", o.state, to_char(o.on_day, 'YYYY-MM-DD') as "on", o.address, o.note,
              o.user_id as "userId", o.at, u.name as author
       from platform_onboardings o left join users u on u.id = o.user_id where o.platform_code = $1 order by o.id desc`,
      [code],
    );
  }

  private async registered<T extends Platform | Provider>(kind: RegisteredThing, thing: T): Promise<Registered<T>> {
    const entry = await this.db.getRepository(RegisterEntrySchema).findOneBy({ thing: kind, code: thing.code });
    return { thing, version: entry?.version ?? 1, loaded: (entry?.loaded ?? null) as T | null };
  }
}
