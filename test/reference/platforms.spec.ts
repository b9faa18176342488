import { describe, expect, test } from '@jest/globals';
import { KnownHosts, readHostPattern } from '#domain/provider/recognise-platform.js';
import { originFault, referenceFile, type Sourced } from './reference-file.js';

interface ProviderRow extends Sourced {
  code: string;
  legalEntity: string;
  country: string | null;
  coordinator: string | null;
  section3Exempt: boolean | null;
}
interface ChannelRow {
  kind: string;
  address: string | null;
  languages: string[];
  verifiedOn: string | null;
  confidence: string;
  note: string;
}
interface PlatformRow extends Sourced {
  code: string;
  providerCode: string;
  name: string;
  kind: string;
  vlop: string | null;
  hosts: string[];
  channels: ChannelRow[];
}

const providers = referenceFile<ProviderRow[]>('providers.json');
const platforms = referenceFile<PlatformRow[]>('platforms.json');
const known = new KnownHosts(platforms);
const at = (address: string) => known.platformAt(new URL(address));

/** The public list, in its order: taking a code out breaks every history that names it. */
const CODES = [
  ...'facebook instagram whatsapp tiktok snapchat x youtube'.split(' '),
  ...'google-search google-play google-maps google-shopping'.split(' '),
  ...'reddit telegram discord roblox pinterest linkedin twitch'.split(' '),
  ...'pornhub xvideos xnxx xhamster stripchat onlyfans'.split(' '),
  ...'bing amazon app-store shein temu aliexpress booking zalando wikipedia'.split(' '),
  ...'bluesky mastodon dumpert fok marktplaats hoster sidn practice'.split(' '),
];
const META = ['facebook', 'instagram', 'whatsapp'];
const GOOGLE = ['youtube', 'google-search', 'google-play', 'google-maps', 'google-shopping'];
const KINDS = 'online-platform search-engine hosting marketplace app-store messaging registrar'.split(' ');

function providerOf(code: string): string {
  if (META.includes(code)) return 'meta';
  return GOOGLE.includes(code) ? 'google' : code;
}

describe('the platforms', () => {
  test('are exactly the public codes, each once', () => {
    expect(platforms.map(({ code }) => code)).toEqual(CODES);
    expect(new Set(CODES).size).toBe(41);
  });

  test('each have a provider, and each provider has a platform', () => {
    for (const { code, providerCode } of platforms)
      expect({ code, providerCode }).toEqual({ code, providerCode: providerOf(code) });
    const used = new Set(platforms.map(({ providerCode }) => providerCode));
    expect(new Set(providers.map(({ code }) => code))).toEqual(used);
    expect(providers).toHaveLength(used.size);
  });

  test('have a name, a kind, and a source', () => {
    for (const { name, kind, vlop } of platforms) {
      expect(name).not.toBe('');
      expect(KINDS).toContain(kind);
      expect([null, 'vlop', 'vlose']).toContain(vlop);
    }
    expect([...platforms, ...providers].filter((row) => originFault(row)).map(({ code }) => code)).toEqual([]);
  });

  test('that are very large are the 23 and 2 of the Commission, and the engines are the search engines', () => {
    expect(platforms.filter(({ vlop }) => vlop === 'vlop')).toHaveLength(23);
    const engines = platforms.filter(({ vlop }) => vlop === 'vlose').map(({ code }) => code);
    expect(engines).toEqual(['google-search', 'bing']);
    expect(platforms.filter(({ kind }) => kind === 'search-engine').map(({ code }) => code)).toEqual(engines);
  });
});

describe('the providers', () => {
  test('have a legal entity, and a country by its two letters where it is known', () => {
    for (const { legalEntity, country, coordinator, section3Exempt } of providers) {
      expect(legalEntity).not.toBe('');
      expect(country ?? 'NL').toMatch(/^[A-Z]{2}$/);
      expect(coordinator).not.toBe('');
      expect([true, false, null]).toContain(section3Exempt);
    }
  });

  test('of a very large platform are never exempt as small', () => {
    const large = platforms.filter(({ vlop }) => vlop).map(({ providerCode }) => providerCode);
    const exempt = providers.filter(({ code, section3Exempt }) => large.includes(code) && section3Exempt !== false);
    expect(exempt.map(({ code }) => code)).toEqual([]);
  });
});

describe('the host patterns', () => {
  const patterns = platforms.flatMap(({ code, hosts }) => hosts.map((pattern) => ({ code, pattern })));

  test('are readable, and no two platforms claim the same one', () => {
    expect(patterns.filter(({ pattern }) => !readHostPattern(pattern))).toEqual([]);
    expect(new Set(patterns.map(({ pattern }) => pattern)).size).toBe(patterns.length);
  });

  test('each recognise their own platform, on the host and on a subdomain of it', () => {
    for (const { code, pattern } of patterns) {
      expect({ pattern, code: at(`http://${pattern}/abc`) }).toEqual({ pattern, code });
      if (/^\d/.test(pattern)) continue;
      expect({ pattern, code: at(`https://www.${pattern}/abc`) }).toEqual({ pattern, code });
    }
  });

  test('leave only the hosting provider without one: its host is in the notice', () => {
    expect(platforms.filter(({ hosts }) => hosts.length === 0).map(({ code }) => code)).toEqual(['hoster']);
  });
});

describe('the channels', () => {
  const channels = platforms.flatMap(({ code, channels: own }) => own.map((channel) => ({ code, ...channel })));

  test('exist for every platform, and their addresses fit their kind', () => {
    expect(platforms.filter((platform) => platform.channels.length === 0)).toEqual([]);
    for (const { code, kind, address, confidence } of channels) {
      expect(['email', 'web-form', 'portal', 'api']).toContain(kind);
      expect(['V', 'P', 'K']).toContain(confidence);
      const page = code === 'practice' ? /^http:\/\/127\.0\.0\.1:[^\s]+$/ : /^https:\/\/[^\s]+$/;
      if (address) expect(address).toMatch(kind === 'email' ? /^[^\s@]+@[^\s@]+\.[a-z]+$/i : page);
    }
  });

  test('that nobody at the desk has tried stay unverified; only the practice one is ready to use', () => {
    const ready = channels.filter(({ verifiedOn }) => verifiedOn !== null);
    expect(ready.map(({ code, kind, address }) => ({ code, kind, address }))).toEqual([
      { code: 'practice', kind: 'email', address: 'notices@practice.example' },
      { code: 'practice', kind: 'web-form', address: 'http://127.0.0.1:3301/melden' },
    ]);
  });

  test('are never a mailbox that a platform keeps for authorities, appeals or registration', () => {
    const closed = /^(dsa|dsa-poc|moderation|amazon-dsa-compliance|dsa\.telegram|abuse@pinterest)/;
    expect(channels.filter(({ kind, address }) => kind === 'email' && address && closed.test(address))).toEqual([]);
  });
});
