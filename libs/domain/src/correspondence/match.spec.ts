import { describe, expect, test } from '@jest/globals';
import { aMail } from '#test/builders/mail.builder.js';
import { cluesOf, decideMatch, type FoundNotices } from './match.js';

const nothing: FoundNotices = {
  byMessageId: [],
  byToken: [],
  byReference: [],
  byTheirReference: [],
  byReceipt: [],
  byUrl: [],
  fromPlatform: [],
};

describe('the clues of a mail', () => {
  test('are what it answers, where it was sent, our number, their number and the addresses it names', () => {
    const mail = aMail({
      from: 'Support <support@platform.example>',
      to: 'desk+k3yt0ken@desk.example',
      subject: 'Re: [TF-2026-000123] Notice (#5512001)',
      inReplyTo: ['<n1@desk.example>'],
      text: 'We looked at https://www.Platform.example/p/1/?utm_source=mail and TF-2026-000999.',
    });
    expect(cluesOf(mail)).toEqual({
      messageIds: ['<n1@desk.example>'],
      tokens: ['k3yt0ken'],
      references: ['TF-2026-000123'],
      theirReferences: ['5512001'],
      numbers: ['5512001'],
      urls: ['platform.example/p/1'],
      senderDomain: 'platform.example',
    });
  });

  test('of a bounce are the mail it sends back, attached or copied into the text', () => {
    const original = { messageId: '<n2@desk.example>', from: '', to: '', subject: 'Notice [TF-2026-000124]' };
    expect(cluesOf(aMail({ original }))).toMatchObject({
      messageIds: ['<n2@desk.example>'],
      references: ['TF-2026-000124'],
    });
    expect(cluesOf(aMail({ text: 'Copy:\n\nMessage-ID: <n3@desk.example>\nSubject: x' })).messageIds).toEqual([
      '<n3@desk.example>',
    ]);
  });

  test('are never our number as theirs', () => {
    expect(cluesOf(aMail({ subject: 'Your reference: TF-2026-000125' })).theirReferences).toEqual([]);
  });
});

test('every word with a figure may be the number of a receipt, without the signs around it', () => {
  const mail = aMail({ subject: 'Melding (op-2026-k7x9f2)', text: 'Dossier 2024/118-3. TF-2026-000125, 12, bericht.' });
  expect(cluesOf(mail).numbers).toEqual(['OP-2026-K7X9F2', '2024/118-3']);
});

describe('a match', () => {
  test('follows the strongest clue, and says which', () => {
    expect(decideMatch({ ...nothing, byMessageId: ['a'], byUrl: ['a', 'b'] })).toEqual({
      noticeId: 'a',
      how: 'message-id',
      candidates: [],
    });
    expect(decideMatch({ ...nothing, byToken: ['a'] })).toMatchObject({ noticeId: 'a', how: 'reply-token' });
    expect(decideMatch({ ...nothing, byReference: ['a'] })).toMatchObject({ noticeId: 'a', how: 'our-reference' });
  });

  test('is not made when two clues say different things: a person chooses', () => {
    expect(decideMatch({ ...nothing, byMessageId: ['a'], byReference: ['b'] })).toEqual({
      noticeId: null,
      how: 'several',
      candidates: ['a', 'b'],
    });
    expect(decideMatch({ ...nothing, byReference: ['a', 'b'] })).toEqual({
      noticeId: null,
      how: 'several',
      candidates: ['a', 'b'],
    });
  });

  test('on an address or on their number needs the domain of the platform', () => {
    expect(decideMatch({ ...nothing, byUrl: ['a'] })).toEqual({ noticeId: null, how: 'url', candidates: ['a'] });
    expect(decideMatch({ ...nothing, byUrl: ['a'], fromPlatform: ['a'] })).toMatchObject({ noticeId: 'a', how: 'url' });
    expect(decideMatch({ ...nothing, byTheirReference: ['a'] })).toMatchObject({ noticeId: null, candidates: ['a'] });
    expect(decideMatch({ ...nothing, byReceipt: ['a'] })).toMatchObject({ noticeId: null, candidates: ['a'] });
    expect(decideMatch({ ...nothing, byReceipt: ['a'], fromPlatform: ['a'] })).toMatchObject({ how: 'receipt-number' });
  });

  test('is none when nothing was found', () => {
    expect(decideMatch(nothing)).toEqual({ noticeId: null, how: 'none', candidates: [] });
  });
});
