import { describe, expect, test } from '@jest/globals';
import { between, characters, dice, pick } from './seeded.js';

describe('Seeded dice', () => {
  test('fall the same way for the same seed, and another way for another', () => {
    const [first, again, other] = [dice('a', 1), dice('a', 1), dice('a', 2)];
    const throws = Array.from({ length: 5 }, () => first());
    expect(Array.from({ length: 5 }, () => again())).toEqual(throws);
    expect(Array.from({ length: 5 }, () => other())).not.toEqual(throws);
  });

  test('stay within 0 and 1 and reach every choice', () => {
    const roll = dice('spread');
    const throws = Array.from({ length: 2000 }, () => roll());
    expect(throws.every((value) => value >= 0 && value < 1)).toBe(true);
    const seen = new Set(Array.from({ length: 200 }, () => pick(roll, ['a', 'b', 'c'])));
    expect([...seen].sort()).toEqual(['a', 'b', 'c']);
    expect(new Set(Array.from({ length: 200 }, () => between(roll, 3, 5)))).toEqual(new Set([3, 4, 5]));
  });

  test('do not mix up where one part of a seed ends', () => {
    expect(dice('ab', 'c')()).not.toBe(dice('a', 'bc')());
  });

  test('make strings of the alphabet asked for, and refuse an empty choice', () => {
    expect(characters(dice('x'), 12, 'ab')).toMatch(/^[ab]{12}$/);
    expect(() => pick(dice('x'), [])).toThrow('nothing to pick from');
  });
});
