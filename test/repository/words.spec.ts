import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Words } from '#adapters/templates/words.js';
import { projectPath } from '#adapters/settings/project.js';
import { ruleCodes, wordUses } from './word-uses.js';

const words = Words.read(projectPath('templates', 'words'));
const uses = wordUses(words.keys('nl'));
/** Keys made of a code while the desk runs: what a rule refuses, what a blocker is, what a help-seeker is told. */
const MADE_OF_CODES = ['errors.', 'blockers.', 'tell-text.what.', 'tell-text.advice.'];
/** Nouns whose rules a person meets at a page; the others are met by an operator at the console, by their code. */
const AT_PAGES =
  'access organisation case provider platform ground notice letter delivery evidence capture message outcome escalation search'.split(
    ' ',
  );

test('both languages have the same keys', () => {
  expect([...words.keys('en')].sort()).toEqual([...words.keys('nl')].sort());
});

test('every key that is asked for has words', () => {
  expect([...uses.whole].filter((key) => !words.has('nl', key))).toEqual([]);
  const empty = [...uses.openings].filter((opening) => !words.keys('nl').some((key) => key.startsWith(opening)));
  expect(empty).toEqual([]);
});

test('no words stand there that nobody asks for', () => {
  const openings = [...uses.openings, ...MADE_OF_CODES];
  const unused = words
    .keys('nl')
    .filter((key) => !uses.whole.has(key) && !openings.some((each) => key.startsWith(each)));
  expect(unused).toEqual([]);
});

test('the same facts stand in the words of both languages', () => {
  const facts = (language: 'nl' | 'en', key: string) => JSON.stringify(placeholders(language, key));
  expect(words.keys('nl').filter((key) => facts('nl', key) !== facts('en', key))).toEqual([]);
});

test('whoever is refused by a rule at a page reads why', () => {
  const codes = ruleCodes().filter(
    (code) => AT_PAGES.includes(code.split('.')[0] ?? '') && !code.endsWith('.not-found'),
  );
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !words.has('nl', `errors.${code}`))).toEqual([]);
});

test('no key stands twice in one file, where the second would hide the first', () => {
  for (const language of ['nl', 'en']) {
    const source = readFileSync(projectPath('templates', 'words', `${language}.json`), 'utf8');
    const read = JSON.stringify(JSON.parse(source)).length;
    expect(read).toBe(source.replaceAll(/"(?:[^"\\]|\\.)*"|\s+/g, (part) => (part.startsWith('"') ? part : '')).length);
  }
});

/** Names of facts in the words of a key: each one is missed when nothing is given. */
function placeholders(language: 'nl' | 'en', key: string): string[] {
  const found = new Set<string>();
  const facts = new Proxy({}, { get: (_, name) => (found.add(String(name)), name === 'n' ? 2 : 'x') });
  words.text(language, key, facts);
  return [...found].sort();
}
