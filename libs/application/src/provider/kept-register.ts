import type { Onboarding } from '#domain/provider/onboarding.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { Registered, VersionNote } from '#domain/provider/register-version.js';
import type { ChannelCheck } from '#domain/provider/verify-channel.js';

/** The register within a transaction. Whoever reads it here waits for whoever is changing it: changes are rare. */
export interface KeptRegister {
  platforms(): Promise<readonly Platform[]>;
  /** Refuses `platform.not-found`. */
  platform(code: string): Promise<Registered<Platform>>;
  /** Refuses `provider.not-found`. */
  provider(code: string): Promise<Registered<Provider>>;
  /** Keeps a platform, new or changed, and its next version; answers that version's number. */
  keepPlatform(platform: Platform, note: VersionNote): Promise<number>;
  keepProvider(provider: Provider, note: VersionNote): Promise<number>;
  addCheck(check: ChannelCheck): Promise<void>;
  addOnboarding(onboarding: Onboarding): Promise<void>;
}
