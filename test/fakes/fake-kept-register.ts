import type { KeptRegister } from '#application/provider/kept-register.js';
import type { Onboarding } from '#domain/provider/onboarding.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import type { Registered, VersionNote } from '#domain/provider/register-version.js';
import type { ChannelCheck } from '#domain/provider/verify-channel.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { referenceFile } from '#test/reference/reference-file.js';
import { copy } from './copy.js';

/** Everything the fake register holds; a version of a thing is its latest. */
export interface RegisterPages {
  readonly platforms: Map<string, Registered<Platform>>;
  readonly providers: Map<string, Registered<Provider>>;
  readonly versions: (VersionNote & { readonly code: string; readonly version: number })[];
  readonly checks: ChannelCheck[];
  readonly onboardings: Onboarding[];
}

/** The register as the reference files have it. */
export const referenceRegister = (): RegisterPages => ({
  platforms: registered(referenceFile<Platform[]>('platforms.json')),
  providers: registered(referenceFile<Provider[]>('providers.json')),
  ...{ versions: [], checks: [], onboardings: [] },
});

const registered = <T extends Platform | Provider>(things: readonly T[]): Map<string, Registered<T>> =>
  new Map(things.map((thing) => [thing.code, { thing, version: 1, loaded: thing }]));

/** The register in memory, within a transaction. */
export class FakeKeptRegister implements KeptRegister {
  constructor(private readonly pages: RegisterPages) {}

  platforms(): Promise<readonly Platform[]> {
    return Promise.resolve(copy([...this.pages.platforms.values()].map(({ thing }) => thing)));
  }

  platform(code: string): Promise<Registered<Platform>> {
    return found(this.pages.platforms, 'platform', code);
  }

  provider(code: string): Promise<Registered<Provider>> {
    return found(this.pages.providers, 'provider', code);
  }

  keepPlatform(platform: Platform, note: VersionNote): Promise<number> {
    return this.keep(this.pages.platforms, platform, note);
  }

  keepProvider(provider: Provider, note: VersionNote): Promise<number> {
    return this.keep(this.pages.providers, provider, note);
  }

  addCheck(check: ChannelCheck): Promise<void> {
    return Promise.resolve(void this.pages.checks.push(copy(check)));
  }

  addOnboarding(onboarding: Onboarding): Promise<void> {
    return Promise.resolve(void this.pages.onboardings.push(copy(onboarding)));
  }

  private keep<T extends Platform | Provider>(
    shelf: Map<string, Registered<T>>,
    thing: T,
    note: VersionNote,
  ): Promise<number> {
    const was = shelf.get(thing.code);
    const version = (was?.version ?? 0) + 1;
    shelf.set(thing.code, copy({ thing, version, loaded: was?.loaded ?? null }));
    this.pages.versions.push({ ...note, code: thing.code, version });
    return Promise.resolve(version);
  }
}

function found<T extends Platform | Provider>(
  shelf: ReadonlyMap<string, Registered<T>>,
  noun: string,
  code: string,
): Promise<Registered<T>> {
  const thing = shelf.get(code);
  if (!thing) return Promise.reject(new RuleViolation(`${noun}.not-found`, { code }));
  return Promise.resolve(copy(thing));
}
