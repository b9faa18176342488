import { describe, expect, test } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import { anAnswerCase, ANSWERED_URLS } from '#test/builders/answer-case.builder.js';
import { ANSWER_KINDS, MAIL_SYSTEM } from '../scripts/answer-kind.js';
import { variantsOf } from '../wording/wording.js';
import { composeAnswer } from './compose.js';
import type { AnswerCase } from './letter.js';
import { LOOKS, type LookName } from './look.js';

const [url] = ANSWERED_URLS;
const at = new Date('2026-11-21T12:00:00Z');

const parse = (answerCase: AnswerCase): Promise<ParsedMail> => simpleParser(composeAnswer(answerCase).raw);
const lookNames = Object.keys(LOOKS) as LookName[];
const words = (mail: ParsedMail): string => `${mail.text ?? ''} ${mail.html || ''}`;

describe.each([...ANSWER_KINDS])('The mail “%s”', (kind) => {
  test.each(lookNames)('parses in the look %s, with all places filled in', async (lookName) => {
    const ready = composeAnswer(anAnswerCase(kind, lookName));
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
    const [first, again] = [
      composeAnswer(anAnswerCase(kind, 'zendesk-nl')),
      composeAnswer(anAnswerCase(kind, 'zendesk-nl')),
    ];
    expect(again.raw.equals(first.raw)).toBe(true);
  });

  test('goes to the reply address, but a report of the mail system to the envelope sender', () => {
    const { envelope } = composeAnswer(anAnswerCase(kind, 'plain-nl'));
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
    const subjects = seeds.map((seed) => composeAnswer(anAnswerCase('no-violation', 'digits-nl', { seed })).subject);
    expect(new Set(subjects).size).toBe(variantsOf('no-violation', 'nl'));
  });

  test('exists in both languages for every kind', () => {
    for (const kind of ANSWER_KINDS) expect([kind, variantsOf(kind, 'nl'), variantsOf(kind, 'en')]).not.toContain(0);
  });
});

describe('Threads', () => {
  test('an answer in our thread names our Message-ID and our reference', async () => {
    const mail = await parse(anAnswerCase('receipt', 'plain-nl'));
    expect(mail.inReplyTo).toBe('<1.notice@desk.example>');
    expect(mail.text).toContain('TF-2026-000123');
  });

  test('a new thread can have the ticket number and our reference', async () => {
    const mail = await parse(anAnswerCase('removed-law', 'zendesk-en'));
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.subject).toMatch(/\(#\d{7}\)$/);
    expect(mail.text).toContain('TF-2026-000123');
  });

  test('or only the address', async () => {
    const mail = await parse(anAnswerCase('no-violation', 'freshdesk-en'));
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.text).toContain(url);
    expect(mail.text).not.toContain('TF-2026-000123');
  });

  test('or, after the first letter, only the ticket number', async () => {
    const later = anAnswerCase('removed-terms', 'digits-en', { first: false });
    const mail = await parse(later);
    expect(words(mail)).toContain(later.notice.ticket);
    expect(words(mail)).not.toContain('TF-2026-000123');
    expect(words(mail)).not.toContain(url);
  });
});

describe('Shapes', () => {
  test('windows-1252 keeps its accents', async () => {
    const answerCase = anAnswerCase('receipt', 'old-office-nl');
    const accented = { ...answerCase.notice, text: 'Eén “bericht” kost € 3 – café' };
    const ready = composeAnswer({ ...answerCase, notice: accented });
    expect(ready.raw.toString('latin1')).toContain('charset=windows-1252');
    expect((await simpleParser(ready.raw)).text).toContain('> Eén “bericht” kost € 3 – café');
  });

  test('several addresses stand in a table with a decision each', async () => {
    const mail = await parse(anAnswerCase('mixed', 'salesforce-nl'));
    expect(mail.html).toMatch(/<tr><td>.*bospad.*<\/td><td>Geen overtreding, blijft staan<\/td><\/tr>/);
  });

  test('wrapped links lead through the platform, and the reader still sees the address', async () => {
    const mail = await parse(anAnswerCase('no-violation', 'digits-nl'));
    expect(mail.html).toContain(`<a href="http://127.0.0.1:3301/l?u=${encodeURIComponent(url)}">${url}</a>`);
  });

  test('a delay is no failure', async () => {
    const raw = composeAnswer(anAnswerCase('delayed', 'plain-en')).raw;
    const mail = await simpleParser(raw, { keepDeliveryStatus: true });
    const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
    expect(status?.content.toString()).toMatch(/Action: delayed\r?\nStatus: 4\.4\.1/);
  });
});
