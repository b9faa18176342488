import { describe, expect, test } from '@jest/globals';
import { judgeFailure, type SmtpFailure } from './judge-failure.js';

const failure = (facts: Partial<SmtpFailure>): SmtpFailure => Object.assign(new Error('it failed'), facts);

describe('an answer of the server decides, before and after the offer', () => {
  test.each([false, true])('offered: %s', (isOffered) => {
    const busy = failure({ command: 'DATA', responseCode: 451, response: '451 4.3.0 later' });
    const never = failure({ command: 'DATA', responseCode: 554, response: '554 5.7.1 never' });

    expect(judgeFailure(busy, isOffered)).toEqual({ end: 'deferred', answer: '451 4.3.0 later' });
    expect(judgeFailure(never, isOffered)).toEqual({ end: 'refused', answer: '554 5.7.1 never' });
  });
});

describe('without an answer', () => {
  const broken = failure({ command: 'CONN', code: 'ECONNECTION' });

  test('what was not offered is tried again', () => {
    expect(judgeFailure(broken, false)).toMatchObject({ end: 'deferred' });
  });

  test('what was offered is lost from sight', () => {
    expect(judgeFailure(broken, true)).toMatchObject({ end: 'lost' });
  });

  test('a word of the server that answers nothing we said counts as none', () => {
    const aside = failure({ command: 'CONN', responseCode: 554, response: '554 bye' });

    expect(judgeFailure(aside, true)).toMatchObject({ end: 'lost' });
    expect(judgeFailure(aside, false)).toMatchObject({ end: 'deferred' });
  });
});

test('a letter larger than the server takes is refused without being offered', () => {
  const tooLarge = failure({ command: 'MAIL FROM', code: 'EMESSAGE' });

  expect(judgeFailure(tooLarge, false)).toMatchObject({ end: 'refused' });
});

test.each(['EAUTH', 'ETLS', 'EDNS'])('%s is trouble of our own set-up, not of the letter', (code) => {
  const refused = failure({ command: 'AUTH PLAIN', code, responseCode: 535, response: '535 wrong password' });

  expect(judgeFailure(refused, false)).toEqual({ end: 'deferred', answer: '535 wrong password', isOurs: true });
});

test('the words kept are one line without control characters and not too long', () => {
  const rude = failure({ command: 'DATA', responseCode: 451, response: `451 a\r\n451 \u0007b${'c'.repeat(2000)}` });

  const { answer } = judgeFailure(rude, false);
  expect(answer).toMatch(/^451 a 451 bc+$/);
  expect(answer.length).toBe(1000);
});
