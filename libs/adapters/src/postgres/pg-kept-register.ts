import type { EntityManager } from 'typeorm';
import type { KeptRegister } from '#application/provider/kept-register.js';
import type { Onboarding } from '#domain/provider/onboarding.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { Registered, RegisteredThing, VersionNote } from '#domain/provider/register-version.js';
import type { ChannelCheck } from '#domain/provider/verify-channel.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { RegisterEntrySchema, RegisterVersionSchema } from './register-history.schema.js';
import { PlatformSchema, ProviderSchema } from './register.schema.js';

const SCHEMAS = { platform: PlatformSchema, provider: ProviderSchema } as const;
type Thing = Platform | Provider;

/** Lets one transaction at a time change the register; it ends with the transaction. */
export const lockRegister = (tx: EntityManager): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtext('seinpost.register'))`);

/** The register in PostgreSQL, within a transaction. */
export class PgKeptRegister implements KeptRegister {
  constructor(private readonly tx: EntityManager) {}

  async platforms(): Promise<readonly Platform[]> {
    await lockRegister(this.tx);
    return this.tx.find(PlatformSchema, { order: { name: 'ASC' } });
  }

  platform(code: string): Promise<Registered<Platform>> {
    return this.standing<Platform>('platform', code);
  }

  provider(code: string): Promise<Registered<Provider>> {
    return this.standing<Provider>('provider', code);
  }

  keepPlatform(platform: Platform, note: VersionNote): Promise<number> {
    return this.keep('platform', platform, note);
  }

  keepProvider(provider: Provider, note: VersionNote): Promise<number> {
    return this.keep('provider', provider, note);
  }

  async addCheck({ platformCode, kind, address, seenOn, userId, at }: ChannelCheck): Promise<void> {
    await this.tx.query(
      `insert into channel_checks (platform_code, kind, address, seen_on, user_id, at) values ($1, $2, $3, $4, $5, $6)`,
      [platformCode, kind, address, seenOn, userId, at],
    );
  }

  async addOnboarding({ platformCode, state, on, address, note, userId, at }: Onboarding): Promise<void> {
    await this.tx.query(
      `insert into platform_onboardings (platform_code, state, on_day, address, note, user_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [platformCode, state, on, address, note, userId, at],
    );
  }

  private async standing<T extends Thing>(thing: RegisteredThing, code: string): Promise<Registered<T>> {
    await lockRegister(this.tx);
    const found = await this.tx.findOne(SCHEMAS[thing] as never, { where: { code } as never });
    const entry = await this.tx.findOneBy(RegisterEntrySchema, { thing, code });
    if (!found || !entry) throw new RuleViolation(`${thing}.not-found`, { code });
    return { thing: found as T, version: entry.version, loaded: entry.loaded as T | null };
  }

  private async keep(thing: RegisteredThing, facts: Thing, note: VersionNote): Promise<number> {
    const { code } = facts;
    await this.tx.upsert(SCHEMAS[thing] as never, facts as never, { conflictPaths: ['code'] });
    const rows: { version: number }[] = await this.tx.query(
      `insert into register_entries as e (thing, code, version) values ($1, $2, 1)
       on conflict (thing, code) do update set version = e.version + 1 returning version`,
      [thing, code],
    );
    const { version } = rows[0]!;
    await this.tx.insert(RegisterVersionSchema, { thing, code, version, facts, ...note } as never);
    return version;
  }
}
