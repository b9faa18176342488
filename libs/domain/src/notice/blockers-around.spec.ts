import { describe, expect, test } from '@jest/globals';
import { aGround, aPlatform } from '#test/builders/letter-facts.builder.js';
import { ANSWERED, NoticeBuilder } from '#test/builders/notice.builder.js';
import { blockersAround, claimsNow, demandsMandate, type Surroundings } from './blockers-around.js';

const around = (but: Partial<Surroundings> = {}): Surroundings => ({
  ...{
    platform: aPlatform(),
    known: [aPlatform()],
    grounds: [aGround('AW21')],
    mandate: { kind: 'none' } as const,
    speaksBy: 'none' as const,
    ageBand: 'unknown' as const,
  },
  ...but,
});
const unverified = { ...aPlatform().channels[0]!, verifiedOn: null };
const WORD = { kind: 'email', address: unverified.address!, by: 'u', at: '2026-11-22T00:00:00Z' } as const;
const DEMANDING = aPlatform({
  onlyPersonConcerned: [
    {
      about: { nl: 'Privacy', en: 'Privacy' },
      who: { nl: 'De betrokkene', en: 'The person concerned' },
      confidence: 'V',
    },
  ],
});
const notice = NoticeBuilder.aNotice().build();

const by = { by: 'u', at: '2026-11-22T00:00:00Z' };

/** A notice in which these were ticked. */
const telling = (...fields: ('name' | 'age')[]) => {
  const shared = fields.map((field) => ({ field, text: 'x', ...by }));
  return NoticeBuilder.aNotice()
    .saying({ answers: { ...ANSWERED, shared } })
    .build();
};

describe('what stands in the way around a notice', () => {
  test('is nothing where the channel works, takes it, and reads its language', () => {
    expect(blockersAround(notice, around())).toEqual([]);
  });

  test('is a channel that is gone, unverified, too small or of another language', () => {
    const channel = aPlatform().channels[0]!;
    const of = (but: Partial<typeof channel>) =>
      blockersAround(notice, around({ platform: aPlatform({ channels: [{ ...channel, ...but }] }) }));
    expect(of({ address: null })).toEqual(['channel-unusable']);
    expect(of({ verifiedOn: null })).toEqual(['channel-unverified']);
    expect(of({ languages: ['fr'] })).toEqual(['channel-language']);
    expect(of({ limits: { ...channel.limits, maxChars: 5 } })).toEqual(['channel-limits']);
  });

  test('is no unverified channel for which somebody gave their word', () => {
    const worded = NoticeBuilder.aNotice()
      .saying({ answers: { ...ANSWERED, channelWord: WORD } })
      .build();
    expect(blockersAround(worded, around({ platform: aPlatform({ channels: [unverified] }) }))).toEqual([]);
  });

  test('is a ground of another kind, once somebody who may be under 18 can be seen', () => {
    const minor = { ...ANSWERED, imagery: 'sexual-minor', expression: '' } as const;
    const switched = NoticeBuilder.aNotice().saying({ answers: minor, platformCode: null }).build();
    const other = aGround('SR254BA_SHARE');
    expect(blockersAround(switched, around({ platform: null, grounds: [other] }))).toEqual(['hotline-ground']);
    const ofTheHotline = { ...other, csamException: true };
    expect(blockersAround(switched, around({ grounds: [ofTheHotline, other] }))).toEqual(['hotline-ground']);
    expect(blockersAround(switched, around({ grounds: [ofTheHotline] }))).toEqual([]);
    expect(blockersAround(notice, around({ grounds: [other] }))).toEqual([]);
  });

  test('is a sexual image of adults where the case says that the person affected is under 18', () => {
    const adults = NoticeBuilder.aNotice()
      .saying({ answers: { ...ANSWERED, imagery: 'sexual-adult' } })
      .build();
    expect(blockersAround(adults, around({ ageBand: '16-17' }))).toEqual(['minor-in-case']);
    expect(blockersAround(adults, around({ ageBand: '18-24' }))).toEqual([]);
    expect(blockersAround(notice, around({ ageBand: '16-17' }))).toEqual([]);
  });

  test('is an address of another company, unless the service written to only finds, hosts or registers', () => {
    const elsewhere = aPlatform({ code: 'elsewhere', providerCode: 'another', hosts: ['elsewhere.example'] });
    const mixed = NoticeBuilder.aNotice().about('https://video.example/1', 'https://elsewhere.example/2').build();
    const at = (kind: string) =>
      blockersAround(mixed, around({ platform: aPlatform({ kind }), known: [aPlatform(), elsewhere] }));
    expect(at('online-platform')).toEqual(['address-elsewhere']);
    expect(['search-engine', 'hosting', 'registrar'].flatMap(at)).toEqual([]);
    const sister = { ...elsewhere, providerCode: aPlatform().providerCode };
    expect(blockersAround(mixed, around({ known: [aPlatform(), sister] }))).toEqual([]);
    expect(blockersAround(mixed, around())).toEqual([]);
  });

  test('is a mandate that ended, only where the platform demands one', () => {
    const ended = { kind: 'ended', on: '2026-11-20' } as const;
    expect(blockersAround(notice, around({ mandate: ended }))).toEqual([]);
    expect(blockersAround(notice, around({ platform: DEMANDING, mandate: ended }))).toEqual(['mandate-ended']);
    expect(blockersAround(notice, around({ platform: DEMANDING }))).toEqual([]);
    const anyone = [aGround('SR285D')];
    expect(blockersAround(notice, around({ platform: DEMANDING, mandate: ended, grounds: anyone }))).toEqual([]);
  });

  test('a letter says on whose behalf it is only where that is demanded and still holds', () => {
    const youtube = around({
      platform: DEMANDING,
      speaksBy: 'lawyer',
    });
    const valid = { kind: 'valid', until: null } as const;
    expect(claimsNow(telling(), { ...youtube, mandate: valid }).mandate).toBe('lawyer');
    expect(claimsNow(telling(), { ...youtube, mandate: { kind: 'ended', on: '2026-11-20' } }).mandate).toBeNull();
    expect(claimsNow(telling(), around({ speaksBy: 'lawyer', mandate: valid })).mandate).toBeNull();
  });

  test('nothing is demanded by a platform that hears anybody', () => {
    expect([around(), around({ platform: DEMANDING })].map(demandsMandate)).toEqual([false, true]);
  });
});

describe('that a minor is concerned', () => {
  test('is let on only where the case says so and somebody ticked the age', () => {
    expect(claimsNow(telling('age'), around({ ageBand: '12-15' })).concernsMinor).toBe(true);
    expect(claimsNow(telling('name'), around({ ageBand: '12-15' })).concernsMinor).toBe(false);
    expect(claimsNow(telling(), around({ ageBand: 'under-12' })).concernsMinor).toBe(false);
    expect(claimsNow(telling('age'), around({ ageBand: 'unknown' })).concernsMinor).toBe(false);
  });
});
