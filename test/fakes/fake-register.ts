import { readCountryPack } from '#adapters/files/country-packs.js';
import { Register } from '#application/provider/register.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Platform, Provider } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { referenceFile } from '#test/reference/reference-file.js';

/** The register as the reference files have it. */
export class FakeRegister extends Register {
  grounds(): Promise<readonly LegalGround[]> {
    return Promise.resolve(readCountryPack('NL').grounds);
  }

  async ground(code: string): Promise<LegalGround> {
    return one(await this.grounds(), 'ground', code);
  }

  providers(): Promise<readonly Provider[]> {
    return Promise.resolve(referenceFile<Provider[]>('providers.json'));
  }

  platforms(): Promise<readonly Platform[]> {
    return Promise.resolve(referenceFile<Platform[]>('platforms.json'));
  }

  async platform(code: string): Promise<Platform> {
    return one(await this.platforms(), 'platform', code);
  }
}

function one<T extends { readonly code: string }>(list: readonly T[], noun: string, code: string): T {
  const found = list.find((thing) => thing.code === code);
  if (!found) throw new RuleViolation(`${noun}.unknown`, { code });
  return found;
}
