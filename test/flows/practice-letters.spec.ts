import { describe, expect, test } from '@jest/globals';
import { parseMail } from '#adapters/mail/parse/parse-mail.js';
import { readReply } from '#domain/correspondence/read-reply.js';
import type { Reading } from '#domain/correspondence/reading.js';
import { composeAnswer } from '../../apps/practice/src/mail/compose.js';
import type { LookName } from '../../apps/practice/src/mail/look.js';
import { ANSWER_KINDS, type AnswerKind } from '../../apps/practice/src/scripts/answer-kind.js';
import { anAnswerCase, ANSWERED_URLS } from '../builders/answer-case.builder.js';

/** What each letter means to us; `unread` is always allowed, a person looks then. */
const MEANT: Readonly<Record<AnswerKind, string>> = {
  receipt: 'receipt',
  'conditional-receipt': 'receipt',
  'removed-terms': 'decision removed',
  'removed-law': 'decision removed',
  reversed: 'decision removed',
  'geo-blocked': 'decision removed-geo',
  'account-suspended': 'decision account-action',
  'age-restricted': 'decision restricted',
  labelled: 'decision restricted',
  'no-violation': 'decision no-violation',
  'not-found': 'decision not-found',
  private: 'decision not-found',
  'already-removed': 'decision already-removed',
  'not-entitled': 'decision not-entitled',
  'wrong-channel': 'decision wrong-channel',
  insufficient: 'decision insufficient',
  mixed: 'decision mixed',
  'portal-only': 'unread',
  question: 'question',
  'confirm-address': 'confirmation-required',
  duplicate: 'receipt',
  'under-review': 'receipt',
  withdrawn: 'unread',
  survey: 'unrelated',
  'out-of-office': 'automatic-answer',
  bounce: 'undelivered',
  'mailbox-full': 'undelivered',
  delayed: 'delayed',
};

const LOOK_NAMES: readonly LookName[] = [
  'plain-nl',
  'plain-en',
  'zendesk-nl',
  'salesforce-en',
  'digits-nl',
  'old-office-en',
];

const inWords = ({ meaning, outcome }: Reading): string => (outcome ? `${meaning} ${outcome}` : meaning);

async function readingsOf(kind: AnswerKind): Promise<string[]> {
  const readings: string[] = [];
  for (const lookName of LOOK_NAMES) {
    for (const seed of ['a', 'b', 'c']) {
      const mail = await parseMail(composeAnswer(anAnswerCase(kind, lookName, { seed })).raw);
      readings.push(inWords(readReply(mail, { urls: [...ANSWERED_URLS] })));
    }
  }
  return readings;
}

describe('The desk reads the letters of the practice platform', () => {
  test.each([...ANSWER_KINDS])('%s: as meant, and never as a decision that it is not', async (kind) => {
    const readings = await readingsOf(kind);
    expect(readings).toContain(MEANT[kind]);
    const decisions = readings.filter((reading) => reading.startsWith('decision'));
    expect(decisions.filter((reading) => reading !== MEANT[kind])).toEqual([]);
  });
});
