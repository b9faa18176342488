import { describe, expect, test } from '@jest/globals';
import { uuid } from '#test/builders/uuid.js';
import { Message, type MessageMatch, type MessageSummary } from './message.js';
import type { Reading } from './reading.js';

const AT = new Date('2026-11-03T08:00:00Z');
const SUMMARY: MessageSummary = {
  ...{
    from: 'no-reply@platform.example',
    to: 'desk@desk.example',
    subject: 'Received',
    messageId: null,
    text: 'Thanks',
  },
  ...{ attachments: [], defects: [] },
};
const READING: Reading = {
  ...{
    meaning: 'receipt',
    outcome: null,
    items: [],
    reference: null,
    basis: null,
    territory: [],
    redressMentioned: false,
  },
  ...{ language: 'en', confidence: 0.9, because: ['receipt: “Thanks”'] },
};

const kept = (): Message =>
  Message.keep({
    id: uuid(1),
    digest: 'a'.repeat(64),
    size: 5,
    source: 'imap',
    receivedAt: AT,
    receivedSource: 'server',
  });
const understood = (match: Partial<MessageMatch> = {}): Message => {
  const message = kept();
  message.understand({
    summary: SUMMARY,
    match: { noticeId: null, how: 'none', candidates: [], ...match },
    reading: READING,
  });
  return message;
};

describe('a mail', () => {
  test('is kept first and understood later', () => {
    expect(kept()).toMatchObject({ state: 'kept', summary: null, reading: null, noticeId: null });
  });

  test.each([
    ['matched', { noticeId: uuid(9), how: 'reply-token' }],
    ['suggested', { candidates: [uuid(9)], how: 'address' }],
    ['unmatched', {}],
  ])('is %s as the clues say', (state, match) => {
    const message = understood(match);
    expect(message.state).toBe(state);
    expect(message.noticeId).toBe('noticeId' in match ? uuid(9) : null);
    expect(message.reading?.meaning).toBe('receipt');
  });

  test('that cannot be taken apart is set apart with the reason, and may be understood after all', () => {
    const message = kept();
    message.quarantine('too-slow');
    expect([message.state, message.trouble]).toEqual(['quarantined', 'too-slow']);
    message.understand({ summary: SUMMARY, match: { noticeId: null, how: 'none', candidates: [] }, reading: READING });
    expect([message.state, message.trouble]).toEqual(['unmatched', null]);
  });
});

describe('a person’s word', () => {
  test('links it to a notice, to another, and to none: each undone by the next', () => {
    const message = understood();
    message.link(uuid(9));
    expect([message.state, message.noticeId]).toEqual(['matched', uuid(9)]);
    message.link(uuid(8));
    expect(message.noticeId).toBe(uuid(8));
    message.link(null);
    expect([message.state, message.noticeId]).toEqual(['unmatched', null]);
  });

  test('outweighs what the machine thinks when it looks again', () => {
    const message = understood();
    message.link(uuid(9));
    message.understand({
      summary: SUMMARY,
      match: { noticeId: uuid(8), how: 'address', candidates: [] },
      reading: READING,
    });
    expect(message.noticeId).toBe(uuid(9));
  });

  test('holds for a mail that is set apart, which stays set apart', () => {
    const message = kept();
    message.quarantine('crashed');
    message.link(uuid(9));
    expect([message.state, message.noticeId]).toEqual(['quarantined', uuid(9)]);
  });

  test('given before the mail was understood holds afterwards', () => {
    const message = kept();
    message.link(uuid(9));
    expect([message.state, message.noticeId]).toEqual(['kept', uuid(9)]);
    message.understand({ summary: SUMMARY, match: { noticeId: null, how: 'none', candidates: [] }, reading: READING });
    expect([message.state, message.noticeId]).toEqual(['matched', uuid(9)]);
  });

  test('handles it once; taken up again it can be sorted and handled anew', () => {
    const message = understood();
    message.handle('set-aside', AT);
    expect([message.handledAt, message.handledAs]).toEqual([AT, 'set-aside']);
    expect(() => message.handle('decided', AT)).toThrow('message.already-handled');
    expect(() => message.link(uuid(9))).toThrow('message.already-handled');
    message.takeUpAgain();
    expect([message.handledAt, message.handledAs]).toEqual([null, null]);
    message.link(uuid(9));
    message.handle('decided', AT);
  });
});

test('events name states and meanings, never an address or a word of the mail', () => {
  const message = kept();
  const event = message.understand({
    summary: SUMMARY,
    match: { noticeId: uuid(9), how: 'reply-token', candidates: [] },
    reading: READING,
  });
  expect(event.facts).toEqual({ noticeId: uuid(9), state: 'matched', meaning: 'receipt' });
});
