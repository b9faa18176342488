import { describe, expect, test } from '@jest/globals';
import { referenceFile } from '#test/reference/reference-file.js';
import { siteAdded } from './add-platform.js';
import { amendedPlatform, amendedProvider } from './amend-register.js';
import { newChannel, rewritten, withChannel } from './channel-key.js';
import { assertOnboarding, knownAs, type Onboarding } from './onboarding.js';
import type { Platform, Provider } from './platform.js';
import { differencesBetween, factsOf } from './register-facts.js';
import { reasonGiven } from './register-version.js';
import { takePlatform, takeProvider } from './take-reference.js';
import { dueForCheck, verifiedChannel } from './verify-channel.js';

const platforms = referenceFile<Platform[]>('platforms.json');
const providers = referenceFile<Provider[]>('providers.json');
const one = (code: string): Platform => platforms.find((platform) => platform.code === code)!;
const code = (rule: string) => expect.objectContaining({ code: rule }) as unknown as Error;
/** A text that somebody wrote in Dutch alone. */
const said = (nl: string) => ({ nl, en: '' });
const amend = (change: Partial<Platform>) =>
  amendedPlatform(
    one('fok'),
    { ...one('fok'), ...change },
    platforms.filter((other) => other.code !== 'fok'),
  );

describe('what a person changes in the register', () => {
  test('names the fields that differ, and is refused where none does', () => {
    expect(amend({ name: 'FOK', replies: said('Belt.') }).fields).toEqual(['name', 'replies-nl', 'replies-en']);
    expect(() => amend({})).toThrow(code('register.unchanged'));
  });

  test.each([
    [{ name: ' ' }, 'register.line-empty'],
    [{ name: 'x'.repeat(301) }, 'register.line-too-long'],
    [{ name: 'FOK\u202e!' }, 'register.unseen'],
    [{ replies: { nl: '', en: 'x'.repeat(4_001) } }, 'register.text-too-long'],
    [{ source: '' }, 'register.source-needed'],
    [{ designatedOn: '2026-02-30' }, 'platform.day-wrong'],
    [{ designatedOn: '2026-02-02', designatedUntil: '2026-02-01' }, 'platform.days-turned-round'],
    [{ vlop: 'big' }, 'platform.vlop-wrong'],
    [{ hosts: ['instagram.com'] }, 'platform.host-known'],
  ])('cannot be %j', (change, rule) => {
    expect(() => amend(change)).toThrow(code(rule));
  });

  test.each([
    [{ kind: 'email', address: 'a@b' }, 'channel.mail-address-wrong'],
    [{ kind: 'email', address: 'a\u200b@b.example' }, 'channel.mail-address-wrong'],
    [{ kind: 'web-form', address: 'http://b.example' }, 'channel.page-address-wrong'],
    [{ kind: 'pigeon', address: null }, 'channel.kind-wrong'],
    [{ kind: 'email', address: null, languages: ['Dutch'] }, 'channel.languages-wrong'],
    [{ kind: 'email', address: null, senderAddress: 'us' }, 'channel.sender-wrong'],
  ])('cannot be a channel that is %j', (channel, rule) => {
    const channels = [{ ...newChannel({ kind: 'email', address: null }), ...channel } as never];
    expect(() => amend({ channels })).toThrow(code(rule));
  });

  test('cannot make two channels one', () => {
    const channel = newChannel({ kind: 'email', address: 'a@b.example' });
    expect(() => amend({ channels: [channel, channel] })).toThrow(code('channel.there-already'));
  });

  test('makes of a channel at another address one that nobody saw work', () => {
    const seen = { ...newChannel({ kind: 'email', address: 'a@b.example' }), verifiedOn: '2026-01-01' };
    expect(rewritten(seen, { ...seen, note: said('x') }).verifiedOn).toBe('2026-01-01');
    expect(rewritten(seen, { ...seen, address: 'c@b.example' })).toMatchObject({ verifiedOn: null, confidence: 'K' });
  });

  test.each([
    [{ country: 'nl' }, 'provider.country-wrong'],
    [{ representative: { name: 'X', country: 'Nederland' } }, 'provider.representative-country-wrong'],
    [{ contactPoints: [{ purpose: 'enquiries', address: 'zomaar', confidence: 'K' }] }, 'provider.contact-point-wrong'],
    [{ legalEntity: '' }, 'register.line-empty'],
  ] as const)('cannot be a provider with %j', (change, rule) => {
    expect(() => amendedProvider(providers[0]!, { ...providers[0]!, ...change } as Provider)).toThrow(code(rule));
  });

  test('needs its reason in words', () => {
    expect(reasonGiven('  Gebeld.  ')).toBe('Gebeld.');
    expect(() => reasonGiven(' ')).toThrow(code('register.reason-needed'));
    expect(() => reasonGiven('x'.repeat(1001))).toThrow(code('register.reason-too-long'));
  });
});

describe('versions of the register', () => {
  test('differ in every fact that anybody could change', () => {
    const [facebook, x] = [one('facebook'), one('x')];
    const fields = new Set(differencesBetween(facebook, x).map(({ field }) => field));
    expect([...fields]).toEqual(
      expect.arrayContaining(['name', 'hosts', 'note-nl', 'note-en', 'replies-en', 'only-person-nl']),
    );
    expect(differencesBetween(facebook, facebook)).toEqual([]);
  });

  test('of a platform leave out no field of it', () => {
    const changed = (platform: Platform): number => differencesBetween(one('facebook'), platform).length;
    const other = one('snapchat');
    const names = Object.keys(other).filter((name) => !['code', 'providerCode'].includes(name));
    const same = names.filter((name) => {
      const taken = { ...one('facebook'), [name]: (other as never)[name] };
      return JSON.stringify(taken) !== JSON.stringify(one('facebook')) && changed(taken) === 0;
    });
    expect(same).toEqual([]);
    expect(factsOf(providers[0]!).map(({ field }) => field)).toContain('section3-exempt');
  });
});

describe('reference data that come again', () => {
  const here = { ...one('fok'), replies: said('Belt terug.') };

  test('leave what a person changed, and bring what they say anew', () => {
    const file = { ...one('fok'), replies: said('Per mail.'), millionUsers: 2 };
    expect(takePlatform({ here, before: one('fok'), file })).toMatchObject({
      replies: said('Belt terug.'),
      millionUsers: 2,
    });
  });

  test('take what a person brought back to what they said', () => {
    const file = { ...one('fok'), replies: said('Per mail.') };
    expect(takePlatform({ here: one('fok'), before: one('fok'), file }).replies.nl).toBe('Per mail.');
  });

  test('bring back no channel that a person took away, and take away none that a person changed', () => {
    const [was, key] = [one('fok'), one('fok').channels[0]!];
    const without = withChannel(was, key, null);
    expect(takePlatform({ here: without, before: was, file: was }).channels).toHaveLength(was.channels.length - 1);
    const noted = withChannel(was, key, { ...key, note: said('Eigen toelichting.') });
    expect(takePlatform({ here: noted, before: was, file: without }).channels).toHaveLength(was.channels.length);
  });

  test('bring a field that nobody here knew yet', () => {
    const known = providers[0]!;
    const file = { ...known, coordinator: 'Een ander' };
    expect(takeProvider({ here: known, before: known, file }).coordinator).toBe('Een ander');
  });
});

describe('a channel', () => {
  const channel = { ...newChannel({ kind: 'email', address: 'a@b.example' }), verifiedOn: '2025-11-22' };

  test.each([
    ['2026-11-21', 0, null],
    ['2026-11-22', 0, 'year-ago'],
    ['2027-06-01', 3, 'year-ago'],
  ])('seen to work on 22 November 2025 is on %s due as %s', (day, byWord, because) => {
    expect(dueForCheck(channel, { byWord }, day)).toBe(because);
  });

  test('that nobody saw work is due once it was used, and never while it has no address', () => {
    const unseen = { ...channel, verifiedOn: null };
    expect(dueForCheck(unseen, { byWord: 0 }, '2026-01-01')).toBeNull();
    expect(dueForCheck(unseen, { byWord: 1 }, '2026-01-01')).toBe('used-unverified');
    expect(dueForCheck({ ...unseen, address: null }, { byWord: 1 }, '2026-01-01')).toBeNull();
  });

  test('without an address cannot have been seen to work', () => {
    const platform = { ...one('facebook'), channels: [newChannel({ kind: 'portal', address: null })] };
    expect(() => verifiedChannel(platform, { kind: 'portal', address: null }, '2026-01-01')).toThrow(
      code('channel.no-address'),
    );
    expect(() => verifiedChannel(platform, { kind: 'email', address: 'x@y.example' }, '2026-01-01')).toThrow(
      code('channel.not-found'),
    );
  });
});

describe('a step with a platform', () => {
  const step: Onboarding = {
    ...{ platformCode: 'xnxx', state: 'registered', on: '2026-01-05', address: 'us@desk.example', note: '' },
    ...{ userId: 'u', at: new Date('2026-01-06T09:00:00Z') },
  };
  const asserted = (change: Partial<Onboarding>) => () => assertOnboarding({ ...step, ...change }, '2026-01-06');

  test.each([
    [{ on: '2026-01-07' }, 'onboarding.day-to-come'],
    [{ on: '2026-13-01' }, 'onboarding.day-wrong'],
    [{ address: null }, 'onboarding.address-needed'],
    [{ address: 'us' }, 'onboarding.address-wrong'],
    [{ state: 'refused', address: null }, 'onboarding.why-needed'],
  ] as const)('cannot be %j', (change, rule) => {
    expect(asserted(change)).toThrow(code(rule));
  });

  test('gives the channels our address while they know us by it', () => {
    expect(asserted({})).not.toThrow();
    const known = knownAs(one('xnxx'), step);
    expect(known.channels.map(({ senderAddress }) => senderAddress)).toEqual(
      known.channels.map(() => 'us@desk.example'),
    );
    expect(knownAs(known, { ...step, state: 'asked' })).toBe(known);
    expect(knownAs(known, { ...step, state: 'ended', address: null }).channels[0]!.senderAddress).toBeNull();
  });
});

describe('a site that somebody adds', () => {
  const site = {
    name: 'Nieuw',
    host: 'nieuw.example',
    kind: 'hosting',
    email: 'abuse@nieuw.example',
    source: 'WHOIS',
  } as const;

  test('is as sure as what somebody typed, and reached only on a word', () => {
    const { platform, provider } = siteAdded(site, platforms);
    expect(platform).toMatchObject({ code: 'own-nieuw-example', confidence: 'K', hosts: ['nieuw.example'] });
    expect(platform.channels).toMatchObject([{ address: 'abuse@nieuw.example', verifiedOn: null }]);
    expect(provider).toMatchObject({ code: 'own-nieuw-example', legalEntity: 'Nieuw', country: null });
    expect(siteAdded({ ...site, email: null }, platforms).platform.channels).toEqual([]);
  });

  test('gets a code of its own where two hosts would have one', () => {
    const { platform } = siteAdded({ ...site, host: 'ni-euw.example' }, platforms);
    const next = siteAdded({ ...site, name: 'Ander', host: 'ni.euw.example' }, [...platforms, platform]);
    expect([platform.code, next.platform.code]).toEqual(['own-ni-euw-example', 'own-ni-euw-example-2']);
  });

  test.each([
    [{ name: '' }, 'register.line-empty'],
    [{ name: 'instagram' }, 'platform.name-taken'],
    [{ email: 'geen' }, 'channel.mail-address-wrong'],
    [{ source: ' ' }, 'register.source-needed'],
    [{ host: 'tiktok.com' }, 'platform.host-known'],
  ])('cannot be %j', (change, rule) => {
    expect(() => siteAdded({ ...site, ...change }, platforms)).toThrow(code(rule));
  });
});
