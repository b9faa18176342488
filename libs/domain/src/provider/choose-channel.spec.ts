import { describe, expect, test } from '@jest/globals';
import { UNANSWERED } from '#domain/notice/notice-answers.js';
import { aPlatform, aGround } from '#test/builders/letter-facts.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { channelChosen, channelLimits, preferredChannels, type ChannelChoice } from './choose-channel.js';
import type { Channel } from './platform.js';

const MAIL = aPlatform().channels[0]!;
const FORM: Channel = { ...MAIL, kind: 'web-form', address: 'https://practice.example/form', verifiedOn: null };
const NEARLY: Channel = { ...MAIL, kind: 'portal', address: null };
const API: Channel = { ...MAIL, kind: 'api', api: 'mastodon', address: null };
const several = (...channels: Channel[]) => aPlatform({ channels });
const by = (channel: ChannelChoice['channel'], answers: Partial<ChannelChoice['answers']> = {}): ChannelChoice => ({
  ...{ channel, language: 'nl', answers: { ...UNANSWERED, ...answers } },
});
const WORD = { kind: 'web-form', address: FORM.address!, by: 'u', at: '2026-11-22T00:00:00Z' } as const;

describe('the channel of a notice', () => {
  test('is the one chosen, by kind, and by address where there are several', () => {
    const other = { ...MAIL, address: 'other@practice.example' };
    expect(channelChosen(several(FORM, MAIL), by('email'))).toBe(MAIL);
    expect(channelChosen(several(MAIL, other), by('email', { channelAddress: other.address }))).toBe(other);
    expect(channelChosen(several(API), by('api', { channelAddress: '' }))).toBe(API);
  });

  test('is refused where nobody chose, where it is not there any more, and where nobody knows its address', () => {
    expect(() => channelChosen(several(MAIL), by(null))).toThrow(/notice.incomplete/);
    expect(() => channelChosen(several(MAIL), by('email', { channelAddress: 'old@practice.example' }))).toThrow(
      /platform.no-usable-channel/,
    );
    expect(() => channelChosen(several(NEARLY), by('portal'))).toThrow(/platform.no-usable-channel/);
  });

  test('that nobody saw work is used only on a word for exactly that one', () => {
    expect(() => channelChosen(several(FORM), by('web-form'))).toThrow(/platform.channel-unverified/);
    const another = { ...WORD, address: 'https://practice.example/other' };
    expect(() => channelChosen(several(FORM), by('web-form', { channelWord: another }))).toThrow(/unverified/);
    expect(channelChosen(several(FORM), by('web-form', { channelWord: WORD }))).toBe(FORM);
  });

  test('must read one of the languages of the letter', () => {
    const english = { ...MAIL, languages: ['en'] };
    expect(() => channelChosen(several(english), by('email'))).toThrow(/platform.channel-languages/);
    expect(channelChosen(several(english), by('email', { alsoIn: 'en' }))).toBe(english);
    const form = { ...FORM, verifiedOn: MAIL.verifiedOn, languages: ['en'] };
    expect(() => channelChosen(several(form), by('web-form', { alsoIn: 'en' }))).toThrow(/platform.channel-languages/);
    const api = { ...API, languages: ['en'] };
    expect(() => channelChosen(several(api), by('api', { alsoIn: 'en' }))).toThrow(/platform.channel-languages/);
    expect(channelChosen(several({ ...MAIL, languages: [] }), by('email')).kind).toBe('email');
  });
});

describe('the order of preference', () => {
  const special: Channel = { ...MAIL, address: 'only@practice.example', onlyFor: [aGround('SR252').keyword!] };

  test('puts what can be used first, then what is kept for these grounds, then what was seen to work', () => {
    expect(preferredChannels(several(NEARLY, FORM, MAIL), [])).toEqual([MAIL, FORM, NEARLY]);
    expect(preferredChannels(several(MAIL, special), [aGround('SR252')])).toEqual([special, MAIL]);
    expect(preferredChannels(several(special, MAIL), [aGround('AW21')])).toEqual([MAIL, special]);
  });

  test('puts a channel with an open defect behind what works, but before what cannot be used', () => {
    const open = [{ kind: MAIL.kind, address: MAIL.address }];
    expect(preferredChannels(several(MAIL, NEARLY, FORM), [], open)).toEqual([FORM, MAIL, NEARLY]);
    expect(preferredChannels(several(special, MAIL), [aGround('SR252')], [special])).toEqual([MAIL, special]);
    expect(preferredChannels(several(special, MAIL), [aGround('AW21')], open)).toEqual([MAIL, special]);
    expect(
      preferredChannels(several(MAIL, FORM), [], [{ kind: MAIL.kind, address: 'other@practice.example' }])[0],
    ).toBe(MAIL);
  });

  test('leaves equals as the register has them', () => {
    const second = { ...MAIL, address: 'second@practice.example' };
    expect(preferredChannels(several(second, MAIL), [])).toEqual([second, MAIL]);
  });
});

describe('the limits of a channel', () => {
  const notice = NoticeBuilder.aNotice().about('https://practice.example/1', 'https://practice.example/2').build();
  const limited = (limits: Partial<Channel['limits']>) => ({ ...MAIL, limits: { ...MAIL.limits, ...limits } });

  test('say what is over and by how much, and nothing where nobody knows a limit', () => {
    expect(channelLimits(MAIL, notice)).toEqual([]);
    expect(channelLimits(limited({ maxUrls: 1 }), notice)).toEqual([{ limit: 'addresses', most: 1, has: 2 }]);
    const has = notice.content.grounds[0]!.explanation.length;
    expect(channelLimits(limited({ maxChars: has }), notice)).toEqual([]);
    expect(channelLimits(limited({ maxChars: has - 1 }), notice)).toEqual([
      { limit: 'explanation', most: has - 1, has },
    ]);
  });

  test('count files and languages too', () => {
    const { content, items } = notice;
    const enclosed = [{ digest: 'd', name: 'a.png', by: 'u', at: '2026-11-22T00:00:00Z' }];
    const more = { items, content: { ...content, answers: { ...content.answers, enclosed } } };
    expect(channelLimits(limited({ acceptsAttachments: false }), more)).toEqual([
      { limit: 'attachments', most: 0, has: 1 },
    ]);
    expect(channelLimits({ ...MAIL, languages: ['fr'] }, notice).map(({ limit }) => limit)).toEqual(['language']);
  });
});

describe('a report by program is about one subject', () => {
  const about = (...urls: string[]) =>
    NoticeBuilder.aNotice()
      .about(...urls)
      .build();

  test('of Mastodon one account, with as many of its posts as there are', () => {
    expect(channelLimits(API, about('https://m.example/@name/1', 'https://m.example/@name/2'))).toEqual([]);
    const two = about('https://m.example/@name/1', 'https://m.example/@other/2', 'https://m.example/@name/3');
    expect(channelLimits(API, two)).toEqual([{ limit: 'subjects', most: 1, has: 2 }]);
  });

  test('of Bluesky one address', () => {
    const two = about('https://bsky.app/profile/a.example', 'https://bsky.app/profile/a.example/post/3k');
    expect(channelLimits({ ...API, api: 'bluesky' }, two)).toEqual([{ limit: 'subjects', most: 1, has: 2 }]);
  });

  test('which a mail need not be', () => {
    expect(channelLimits(MAIL, about('https://m.example/@name/1', 'https://m.example/@other/2'))).toEqual([]);
  });
});
