import type { Onboarding } from '#domain/provider/onboarding.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { Registered, RegisteredThing, RegisterVersion } from '#domain/provider/register-version.js';
import type { ChannelCheck } from '#domain/provider/verify-channel.js';

/** A platform with the provider behind it. */
export interface StandingPlatform {
  readonly platform: Registered<Platform>;
  readonly provider: Registered<Provider>;
  /** Names of the provider's other platforms. */
  readonly siblings: readonly string[];
}

/** With the name of whoever did it; null where nobody of the desk did, or where their name is gone. */
export type ByName<T> = T & { readonly author: string | null };

/** What the register knows of one platform beside what it says now: nothing of it is about a case. */
export abstract class PlatformFile {
  /** Refuses `platform.not-found`. */
  abstract standing(code: string): Promise<StandingPlatform>;
  /** The newest first. */
  abstract versions(
    thing: RegisteredThing,
    code: string,
  ): Promise<readonly ByName<RegisterVersion<Platform | Provider>>[]>;
  /** Who saw which channel work, the newest first. */
  abstract checks(code: string): Promise<readonly ByName<ChannelCheck>[]>;
  /** The newest first. */
  abstract onboardings(code: string): Promise<readonly ByName<Onboarding>[]>;
}
