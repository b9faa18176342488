import { readCountryPack } from '#adapters/files/country-packs.js';
import type { Identities } from '#application/identities.js';
import type { LetterFacts } from '#application/notice/letter-writer.js';
import { whole, type DescribedOrganisation, type Organisation } from '#domain/access/organisation.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { Notice } from '#domain/notice/notice.js';
import type { Platform } from '#domain/provider/platform.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { referenceFile } from '#test/reference/reference-file.js';

/** Ids that count: the n-th asked for is the same in every run. */
export class CountingIdentities implements Identities {
  private count = 0;

  id(): string {
    this.count += 1;
    return `01935fff-0000-7000-8000-${String(this.count).padStart(12, '0')}`;
  }

  token(): string {
    this.count += 1;
    return this.count.toString(16).padStart(32, '0');
  }
}

/** The practice organisation as the reference data has it. */
export const anOrganisation = (but: Partial<Organisation> = {}): Organisation => ({
  ...whole(referenceFile<DescribedOrganisation>('organisation.practice.json')),
  ...but,
});

/** The practice platform as the reference data has it. */
export const aPlatform = (but: Partial<Platform> = {}): Platform => ({
  ...only(referenceFile<Platform[]>('platforms.json'), 'practice'),
  ...but,
});

/** A legal ground as the reference data has it. */
export const aGround = (code: string): LegalGround => only(readCountryPack('NL').grounds, code);

/** Everything a letter about this notice needs. */
export const factsFor = (notice: Notice, but: Partial<LetterFacts> = {}): LetterFacts => ({
  purpose: 'notice',
  notice,
  organisation: anOrganisation(),
  platform: aPlatform(),
  channel: aPlatform().channels[0]!,
  grounds: notice.content.grounds.map((ground) => aGround(ground.code)),
  enclosures: [],
  mandate: null,
  concernsMinor: false,
  reasonsIn: {},
  replyToken: '0123456789abcdef0123456789abcdef',
  at: new Date('2026-11-21T23:30:00Z'),
  ...but,
});

function only<T extends { readonly code: string }>(list: readonly T[], code: string): T {
  const found = list.find((one) => one.code === code);
  if (!found) throw new RuleViolation('reference.unknown', { code });
  return found;
}
