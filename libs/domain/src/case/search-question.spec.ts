import { describe, expect, test } from '@jest/globals';
import { RuleViolation } from '../rule-violation.js';
import { LONGEST_QUESTION, searchQuestion } from './search-question.js';

const refusal = (typed: string): string => {
  try {
    searchQuestion(typed);
  } catch (error) {
    return (error as RuleViolation).code;
  }
  return 'taken';
};

describe('a question that cannot be looked for is refused with its own sentence', () => {
  test.each([
    ['', 'search.empty'],
    [' \t\u200b\u202e', 'search.empty'],
    ['"%_()" … --', 'search.only-signs'],
    ['x', 'search.too-short'],
    ['-x!', 'search.too-short'],
    ['x'.repeat(LONGEST_QUESTION + 1), 'search.too-long'],
    ['x'.repeat(10_000), 'search.too-long'],
    ['AI', 'taken'],
  ])('%j', (typed, code) => expect(refusal(typed)).toBe(code));
});

describe('what nobody sees', () => {
  test.each(['na\u200bam', 'na\u00adam', '\u202enaam\u202c', 'na\0am'.replace('\0', '\u2060'), 'naam\ufe0f'])(
    'is left out of %j',
    (typed) => expect(searchQuestion(typed).text).toBe('naam'),
  );

  test('such as NUL, half a letter and rare spaces, becomes a space or a sign that can be kept', () => {
    expect(searchQuestion('een\0twee\u3000drie\u2028vier').text).toBe('een twee drie vier');
    expect(searchQuestion('naam \ud800').text.isWellFormed()).toBe(true);
  });

  test('leaves letters of other writing as they are', () => {
    expect(searchQuestion('صورة شخصية').text).toBe('صورة شخصية');
  });
});

describe('one of our references', () => {
  test.each([
    ['TF-2026-000123', 'TF-2026-000123'],
    ['tf 2026 123', 'TF-2026-000123'],
    ['Z-2026-42', 'Z-2026-00042'],
    ['z2026-00042', 'Z-2026-00042'],
  ])('is known as %s', (typed, known) => expect(searchQuestion(typed).reference).toBe(known));

  test.each(['2026', 'TF-26-1', 'https://a.example/tf-2026-1'])('is not what %s is', (typed) => {
    expect(searchQuestion(typed).reference).toBeNull();
  });
});

describe('an address', () => {
  const whole = { canonical: 'instagram.com/p/Cx9aBc', whole: true };
  test.each([
    'https://www.instagram.com/p/Cx9aBc/',
    'http://instagram.com/p/Cx9aBc?igsh=abc&utm_source=share#c',
    'instagram.com/p/Cx9aBc',
    'www.instagram.com/p/Cx9aBc/?igshid=x',
    'hxxps://www[.]instagram[.]com/p/Cx9aBc',
    '<https://www.instagram.com/p/Cx9aBc/>',
    'Kijk eens naar https://www.instagram.com/p/Cx9aBc/ alstublieft',
    'insta\u200bgram.com/p/Cx9aBc',
  ])('is one and the same as %s', (typed) => expect(searchQuestion(typed).address).toEqual(whole));

  test('that was shortened is known as far as it goes', () => {
    expect(searchQuestion('instagram.com/p/Cx9…').address).toEqual({ canonical: 'instagram.com/p/Cx9', whole: false });
    expect(searchQuestion('https://instagram.com/p/Cx9...').address?.whole).toBe(false);
  });

  test.each(['een naam', '@gebruiker', '7301234567890', 'v', 'foto.'].filter((word) => word.length > 1))(
    'is not %s',
    (typed) => expect(searchQuestion(typed).address).toBeNull(),
  );
});

describe('pieces and words', () => {
  test('a piece has three letters in a row, without the signs around it', () => {
    expect(searchQuestion('@jansen').part).toBe('jansen');
    expect(searchQuestion('"naakte foto"').part).toBe('naakte foto');
    expect(searchQuestion('a-b-c').part).toBeNull();
  });

  test('words that are all to be left out are looked for instead', () => {
    expect(searchQuestion('-foto').words).toBe('foto');
    expect(searchQuestion('-foto -naam').words).toBe('foto naam');
    expect(searchQuestion('foto -naam').words).toBe('foto -naam');
  });
});
