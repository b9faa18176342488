import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Templates } from './templates.js';
import { Words } from './words.js';

const words = Words.of({ nl: { hallo: 'Hallo {naam}' }, en: { hallo: 'Hello {naam}' } });

function page(source: string): Templates {
  const folder = mkdtempSync(join(tmpdir(), 'seinpost-templates-'));
  for (const name of ['pages', 'partials', 'layouts']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'pages', 'x.hbs'), source);
  return new Templates(folder, words);
}
const shown = (source: string, facts: object, language: 'nl' | 'en' = 'nl'): string =>
  page(source).render('pages/x', facts, language);

test('text is escaped, also in attributes', () => {
  const typed = `"><script>alert('x')</script>`;
  expect(shown('<p title="{{typed}}">{{typed}}</p>', { typed })).not.toContain('<script');
});

test('a fact that is missing is an error', () => {
  expect(() => shown('{{name}}', {})).toThrow('"name" not defined');
  expect(() => shown('{{> (lookup . "no")}}', {})).toThrow();
  expect(() => shown("{{t 'hallo' naam=naam}}", {})).toThrow('needs the fact naam');
  expect(() => shown('<a href="{{safeUrl href}}">', {})).toThrow('missing');
});

test('a helper that does not exist is an error, not a fact', () => {
  expect(() => shown('{{shout name}}', { name: 'x' })).toThrow();
});

test('what a person typed is never run as a template', () => {
  const typed = "{{constructor.constructor('return process')()}} {{#with this}}{{lookup . 'x'}}{{/with}}";
  expect(shown('{{typed}}', { typed })).toContain('constructor.constructor(&#x27;return process');
});

test('the way to a prototype is closed', () => {
  expect(() => shown('{{thing.constructor.name}}', { thing: {} })).toThrow();
});

test('moments are written for people in their language and for machines', () => {
  const at = '2026-11-21T13:05:00Z';
  expect(shown("{{date at 'long'}}", { at })).toBe('21 november 2026, 14:05');
  expect(shown("{{date at 'short'}}", { at }, 'en')).toBe('21 Nov 2026 14:05');
  expect(shown("{{date day 'day'}}", { day: '2026-03-01' })).toBe('1 maart 2026');
  expect(shown('{{instant at}}', { at })).toBe('2026-11-21T14:05:00+01:00');
});

test('figures are written in the language, and a share of nothing as a dash', () => {
  expect(shown('{{percent share}}', { share: 76.64 })).toBe('76,6%');
  expect(shown('{{percent share decimals=2}}', { share: 76.64 }, 'en')).toBe('76.64%');
  expect(shown('{{percent share}}', { share: null })).toBe('–');
});

test.each([
  ['/cases/1', '/cases/1'],
  ['https://a.test/b', 'https://a.test/b'],
  ['javascript:alert(1)', '#'],
  [' JavaScript:alert(1)', '#'],
  ['data:text/html,x', '#'],
  ['//elsewhere.test', '#'],
  ['/\\elsewhere.test', '#'],
])('the address %s is shown as %s', (address, expected) => {
  expect(shown('{{safeUrl address}}', { address }).replaceAll('&#x3D;', '=')).toBe(expected);
});
