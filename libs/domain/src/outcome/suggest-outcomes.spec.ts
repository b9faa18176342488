import { expect, test } from '@jest/globals';
import type { Reading } from '../correspondence/reading.js';
import { suggestOutcomes } from './suggest-outcomes.js';
import { territoriesIn } from './territory.js';

const ITEMS = [
  { id: 'one', url: 'https://example.org/p/1' },
  { id: 'two', url: 'https://example.org/p/2' },
];
const NOTHING = { reference: null, redressMentioned: false, language: 'en', confidence: 0.9, because: [] };
const readAs = (said: Partial<Reading>): Reading => ({
  ...{ meaning: 'decision', outcome: null, items: [], basis: null, territory: [] },
  ...NOTHING,
  ...said,
});
const codes = (reading: Reading) => suggestOutcomes(reading, ITEMS).map(({ code }) => code);

test('one outcome of the mail is proposed for every item', () => {
  const reading = readAs({ outcome: 'removed-geo', basis: 'law', territory: ['NL'] });
  expect(suggestOutcomes(reading, ITEMS)).toEqual([
    { itemId: 'one', code: 'removed-geo', basis: 'law', territory: ['NL'] },
    { itemId: 'two', code: 'removed-geo', basis: 'law', territory: ['NL'] },
  ]);
});

test('where the mail decides addresses one by one, nothing is proposed for the others', () => {
  const items = [{ url: 'http://www.example.org/p/2?utm_source=x', outcome: 'no-violation' }] as const;
  expect(codes(readAs({ outcome: 'no-violation', items }))).toEqual([null, 'no-violation']);
});

test('an outcome that differs without saying where is proposed for no item', () => {
  expect(codes(readAs({ outcome: 'mixed' }))).toEqual([null, null]);
});

test('where outcomes differ, a place is proposed only for what is blocked in places', () => {
  const items = [
    { url: ITEMS[0]!.url, outcome: 'removed' },
    { url: ITEMS[1]!.url, outcome: 'removed-geo' },
  ] as const;
  const suggested = suggestOutcomes(readAs({ outcome: 'mixed', items, territory: ['NL'] }), ITEMS);
  expect(suggested.map(({ territory }) => territory)).toEqual([[], ['NL']]);
});

test('a mail that decides nothing proposes nothing, and no basis or territory either', () => {
  const [first] = suggestOutcomes(readAs({ meaning: 'receipt', basis: 'terms', territory: ['NL'] }), ITEMS);
  expect(first).toEqual({ itemId: 'one', code: null, basis: 'unknown', territory: [] });
});

test('territories are typed with any mark between them, each once', () => {
  expect(territoriesIn(' nl, BE;eu  nl ')).toEqual(['NL', 'BE', 'EU']);
  expect(territoriesIn('')).toEqual([]);
});

test.each(['Narnia', 'XX', 'N', 'NL-BE', 'ZZZ'])('%s is no territory', (typed) => {
  expect(territoriesIn(`NL ${typed}`)).toBeNull();
});
