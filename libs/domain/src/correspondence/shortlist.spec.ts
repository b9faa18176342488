import { describe, expect, test } from '@jest/globals';
import { neededPieces } from './needed-pieces.js';
import { Shortlist } from './shortlist.js';

describe('what a pattern cannot do without', () => {
  test.each<[RegExp, readonly string[] | null]>([
    [/\b(?:we|i) removed\b/, [' removed']],
    [/\b(?:has|have) been (?:removed|taken down)\b/, ['removed', 'taken down']],
    [/\bno (?:violations?|breach(?:es)?)\b/, ['violation', 'breach']],
    [/\b(?:delisted|de-?indexed)\b/, ['delisted', 'indexed']],
    [/(?:not )?(?:found){0,2}(?: it)*/, null],
    [/(?<!will be )(?=removed)\w+ (?!gone)/, null],
    [/\b(?:removed|it)\b/, null],
    [/removed/i, null],
    [/[a-z)|]{4}\(gone\)[^(]?/, ['(gone)']],
    [/abc+def/, ['abc']],
    [/\p{L}+ verwijderd/u, [' verwijderd']],
  ])('%s', (pattern, pieces) => {
    expect(neededPieces(pattern)).toEqual(pieces);
  });
});

describe('a shortlist of patterns', () => {
  const [removed, kept, short, never] = [/\bremoved?\b/, /\b(?:stays|left) up\b/, /\bit\b/, /\bremoved entirely\b/];
  const list = new Shortlist([removed, kept, short, never].map((pattern) => ({ pattern })));
  const asked = (text: string) => list.of(text).map(({ pattern }) => pattern);

  test('names those whose words stand in the text, in their order, and those that have none', () => {
    expect(asked('the post stays up, nothing was removed')).toEqual([removed, kept, short]);
    expect(asked('we removed entirely')).toEqual([removed, short, never]);
    expect(asked('ok')).toEqual([short]);
    expect(asked('')).toEqual([short]);
  });

  test('finds a word at the very start and the very end', () => {
    expect(asked('remove')).toContain(removed);
    expect(asked('x left up')).toContain(kept);
  });
});
