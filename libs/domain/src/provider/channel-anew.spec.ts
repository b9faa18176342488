import { describe, expect, test } from '@jest/globals';
import { aGround, aPlatform } from '#test/builders/letter-facts.builder.js';
import { UNANSWERED } from '../notice/notice-answers.js';
import { channelAnew, type ChannelBefore } from './channel-anew.js';
import type { Channel } from './platform.js';

const MAIL = aPlatform().channels[0]!;
const OTHER: Channel = { ...MAIL, address: 'other@practice.example' };
const FORM: Channel = { ...MAIL, kind: 'web-form', address: 'https://practice.example/form', verifiedOn: null };
const WORD = { kind: 'web-form', address: FORM.address!, by: 'u', at: '2026-11-22T00:00:00Z' } as const;
const BY_FORM: ChannelBefore = {
  ...{ platformCode: 'practice', channel: 'web-form', language: 'nl' },
  answers: { ...UNANSWERED, channelAddress: FORM.address!, channelWord: WORD },
};
const anew = (channels: readonly Channel[], before: ChannelBefore) =>
  channelAnew(aPlatform({ channels }), { grounds: [aGround('AW21')] }, before);

describe('a notice that a program writes anew', () => {
  test('keeps the channel that a person chose, with their word, though another is better', () => {
    expect(anew([MAIL, FORM], BY_FORM)).toEqual({ channel: 'web-form', answers: BY_FORM.answers });
  });

  test('takes the best where that one is gone, and nothing that was said of it', () => {
    expect(anew([MAIL], BY_FORM)).toEqual({ channel: 'email', answers: UNANSWERED });
    const byOther = {
      ...BY_FORM,
      channel: 'email' as const,
      answers: { ...UNANSWERED, channelAddress: OTHER.address! },
    };
    expect(anew([MAIL], byOther)).toEqual({ channel: 'email', answers: UNANSWERED });
    expect(anew([], BY_FORM)).toEqual({ channel: null, answers: UNANSWERED });
  });

  test('takes the best at another platform, and where nobody chose', () => {
    expect(anew([MAIL, FORM], { ...BY_FORM, platformCode: 'another' }).channel).toBe('email');
    const unchosen = { ...BY_FORM, answers: UNANSWERED };
    expect(anew([MAIL, FORM], unchosen)).toEqual({ channel: 'email', answers: UNANSWERED });
  });
});
