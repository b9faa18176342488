import { expect, test } from '@jest/globals';
import { RuleViolation } from '#domain/rule-violation.js';
import { ruleSentence } from './rule-sentences.js';

const said = (code: string, facts: Record<string, unknown> = {}): string =>
  ruleSentence(new RuleViolation(code, facts));

test('a rule is told in words that say what to do', () => {
  expect(said('import.bad-header', { unknown: ['colour'], missing: ['url'], twice: [] })).toBe(
    'The header is not that of a notice history: unknown colour; missing url; see docs/notice-history.md.',
  );
  expect(said('capture.forbidden')).toContain('nothing was contacted');
});

test('a rule that people meet on pages is told in the same words', () => {
  expect(said('notice.address-not-http', { url: 'ftp://a.example' })).toBe(
    'ftp://a.example is not a full address. An address begins with http:// or https://.',
  );
});

test('a rule nobody worded, or whose words want another fact, shows its code and facts', () => {
  expect(said('moon.is-full', { phase: 4 })).toBe('Refused: moon.is-full (phase 4).');
  expect(said('notice.address-not-http')).toBe('Refused: notice.address-not-http.');
});
