import { expect, test } from '@jest/globals';
import { Words } from './words.js';

const words = Words.of({
  nl: { zaken: { one: '{n} zaak', other: '{n} zaken' }, groet: 'Dag {wie}', diep: { er: { in: 'Hier' } } },
  en: { zaken: { one: '{n} case', other: '{n} cases' }, groet: 'Hello {wie}', diep: { er: { in: 'Here' } } },
});

test('a number chooses between one and other, and is written as the language writes it', () => {
  expect(words.text('nl', 'zaken', { n: 1 })).toBe('1 zaak');
  expect(words.text('nl', 'zaken', { n: 1234 })).toBe('1.234 zaken');
  expect(words.text('en', 'zaken', { n: 1234 })).toBe('1,234 cases');
});

test('a key may lie deep', () => {
  expect(words.text('en', 'diep.er.in')).toBe('Here');
});

test('a missing key and a missing fact are errors, never a gap', () => {
  expect(() => words.text('nl', 'nergens')).toThrow('no words for "nergens"');
  expect(() => words.text('nl', 'groet')).toThrow('needs the fact wie');
  expect(() => words.text('nl', 'zaken')).toThrow('needs a number n');
});

test('a fact is not read as a template', () => {
  expect(words.text('nl', 'groet', { wie: '{n} {{constructor}}' })).toBe('Dag {n} {{constructor}}');
});
