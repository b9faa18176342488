import { expect, test } from '@jest/globals';
import { Words } from '#adapters/templates/words.js';
import { projectPath } from '#adapters/settings/project.js';
import { ruleCodes, wordUses } from './word-uses.js';

const words = Words.read(projectPath('templates', 'words'));
const uses = wordUses(words.keys('nl'));
/** Keys made of a code while the desk runs: what a rule refuses and what a blocker is. */
const MADE_OF_CODES = ['errors.', 'blockers.'];

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

test('whoever is refused by a rule of access reads why', () => {
  const access = ruleCodes().filter((code) => code.startsWith('access.'));
  expect(access.length).toBeGreaterThan(5);
  expect(access.filter((code) => !words.has('nl', `errors.${code}`))).toEqual([]);
});

/** Names of facts in the words of a key: each one is missed when nothing is given. */
function placeholders(language: 'nl' | 'en', key: string): string[] {
  const found = new Set<string>();
  const facts = new Proxy({}, { get: (_, name) => (found.add(String(name)), name === 'n' ? 2 : 'x') });
  words.text(language, key, facts);
  return [...found].sort();
}
