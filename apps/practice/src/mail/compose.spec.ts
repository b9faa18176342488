import { describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { Answer, ReceivedNotice } from '../memory/book.js';
import { ANSWER_KINDS, MAIL_SYSTEM, type AnswerKind } from '../scripts/answer-kind.js';
import { variantsOf } from '../wording/wording.js';
import { composeAnswer } from './compose.js';
import type { AnswerCase } from './letter.js';
import { LOOKS, type LookName } from './look.js';
import { makeTicket } from './ticket.js';

const url = 'http://127.0.0.1:3301/p/zonsondergang';
const at = new Date('2026-11-21T12:00:00Z');

const notice: ReceivedNotice = {
  number: 1,
  channel: 'email',
  receivedAt: '2026-11-21T11:59:00.000Z',
  messageId: '<1.notice@desk.example>',
  envelopeFrom: 'bounce+1@desk.example',
  recipient: 'notices@practice.example',
  from: 'meldingen@desk.example',
  replyTo: 'meldingen+k1@desk.example',
  subject: 'Melding illegale inhoud [TF-2026-000123]',
  text: `Op grond van artikel 16 DSA melden wij:\n${url}\n`,
  headerLines: 'Message-ID: <1.notice@desk.example>\nSubject: Melding illegale inhoud [TF-2026-000123]',
  reference: 'TF-2026-000123',
  urls: [url],
  ticket: '',
  confirmToken: 'abcdefghijkmnpqrstuvwxyz',
  followUps: [],
};

function aCase(kind: AnswerKind, lookName: LookName, change: Partial<AnswerCase> = {}): AnswerCase {
  const look = LOOKS[lookName];
  const urls = kind === 'mixed' ? [url, `${url}-twee`] : [url];
  const answer: Answer = {
    id: '1.1',
    notice: 1,
    order: 0,
    kind,
    urls,
    after: 'receipt',
    dueAt: null,
    state: 'planned',
    attempts: 0,
  };
  const items = urls.map(
    (each, index) => ({ url: each, kind: kind === 'mixed' && index > 0 ? 'no-violation' : kind }) as const,
  );
  const address = 'http://127.0.0.1:3301';
  const numbered = { ...notice, urls, ticket: makeTicket(look, 'seed', 1) };
  return { seed: 'seed', address, look, notice: numbered, answer, kind, items, at, first: true, ...change };
}

const parse = (answerCase: AnswerCase): Promise<ParsedMail> => simpleParser(composeAnswer(answerCase).raw);
const lookNames = Object.keys(LOOKS) as LookName[];
const words = (mail: ParsedMail): string => `${mail.text ?? ''} ${mail.html || ''}`;

describe.each([...ANSWER_KINDS])('The mail “%s”', (kind) => {
  test.each(lookNames)('parses in the look %s, with all places filled in', async (lookName) => {
    const ready = composeAnswer(aCase(kind, lookName));
    const mail = await simpleParser(ready.raw);
    expect(mail.messageId).toBe(ready.messageId);
    expect(mail.date).toEqual(at);
    expect(mail.subject).toBe(ready.subject);
    expect(words(mail).length).toBeGreaterThan(60);
    expect(`${mail.subject} ${words(mail)}`).not.toMatch(/undefined|\{\w+\}|�/);
    expect(
      ready.raw
        .toString('latin1')
        .split('\r\n')
        .every((line) => line.length <= 998),
    ).toBe(true);
    expect(ready.raw.toString('latin1')).not.toMatch(/[^\r]\n/);
  });

  test('is the same for the same seed', () => {
    const [first, again] = [composeAnswer(aCase(kind, 'zendesk-nl')), composeAnswer(aCase(kind, 'zendesk-nl'))];
    expect(again.raw.equals(first.raw)).toBe(true);
  });

  test('goes to the reply address, but a report of the mail system to the envelope sender', () => {
    const { envelope } = composeAnswer(aCase(kind, 'plain-nl'));
    if (MAIL_SYSTEM.includes(kind)) expect(envelope).toEqual({ from: '', to: 'bounce+1@desk.example' });
    else
      expect(envelope).toMatchObject({
        from: expect.stringMatching(/@practice\.example$/),
        to: 'meldingen+k1@desk.example',
      });
  });
});

describe('Wording', () => {
  test('varies with the seed', () => {
    const seeds = Array.from({ length: 30 }, (_, seed) => `${seed}`);
    const subjects = seeds.map((seed) => composeAnswer(aCase('no-violation', 'digits-nl', { seed })).subject);
    expect(new Set(subjects).size).toBe(variantsOf('no-violation', 'nl'));
  });

  test('exists in both languages for every kind', () => {
    for (const kind of ANSWER_KINDS) expect([kind, variantsOf(kind, 'nl'), variantsOf(kind, 'en')]).not.toContain(0);
  });
});

describe('Threads', () => {
  test('an answer in our thread names our Message-ID and our reference', async () => {
    const mail = await parse(aCase('receipt', 'plain-nl'));
    expect(mail.inReplyTo).toBe(notice.messageId);
    expect(mail.text).toContain('TF-2026-000123');
  });

  test('a new thread can have the ticket number and our reference', async () => {
    const mail = await parse(aCase('removed-law', 'zendesk-en'));
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.subject).toMatch(/\(#\d{7}\)$/);
    expect(mail.text).toContain('TF-2026-000123');
  });

  test('or only the address', async () => {
    const mail = await parse(aCase('no-violation', 'freshdesk-en'));
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.text).toContain(url);
    expect(mail.text).not.toContain('TF-2026-000123');
  });

  test('or, after the first letter, only the ticket number', async () => {
    const later = aCase('removed-terms', 'digits-en', { first: false });
    const mail = await parse(later);
    expect(words(mail)).toContain(later.notice.ticket);
    expect(words(mail)).not.toContain('TF-2026-000123');
    expect(words(mail)).not.toContain(url);
  });
});

describe('Shapes', () => {
  test('windows-1252 keeps its accents', async () => {
    const answerCase = aCase('receipt', 'old-office-nl');
    const accented = { ...answerCase.notice, text: 'Eén “bericht” kost € 3 – café' };
    const ready = composeAnswer({ ...answerCase, notice: accented });
    expect(ready.raw.toString('latin1')).toContain('charset=windows-1252');
    expect((await simpleParser(ready.raw)).text).toContain('> Eén “bericht” kost € 3 – café');
  });

  test('several addresses stand in a table with a decision each', async () => {
    const mail = await parse(aCase('mixed', 'salesforce-nl'));
    expect(mail.html).toMatch(/<tr><td>.*zonsondergang-twee.*<\/td><td>Geen overtreding, blijft staan<\/td><\/tr>/);
  });

  test('wrapped links lead through the platform, and the reader still sees the address', async () => {
    const mail = await parse(aCase('no-violation', 'digits-nl'));
    expect(mail.html).toContain(`<a href="http://127.0.0.1:3301/l?u=${encodeURIComponent(url)}">${url}</a>`);
  });

  test('a delay is no failure', async () => {
    const raw = composeAnswer(aCase('delayed', 'plain-en')).raw;
    const mail = await simpleParser(raw, { keepDeliveryStatus: true });
    const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
    expect(status?.content.toString()).toMatch(/Action: delayed\r?\nStatus: 4\.4\.1/);
  });
});
