import { describe, expect, test } from '@jest/globals';
import { isLimited, itemsNamed, numbersOf } from './ground-items.js';

const ITEMS = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const ground = (...items: string[]) => ({ code: 'AW21', explanation: '', items });

describe('which items a ground is for', () => {
  test.each([
    ['', []],
    ['1', ['a']],
    ['1, 3-4', ['a', 'c', 'd']],
    ['4 2', ['b', 'd']],
    ['1-4', []],
  ])('%j names %j', (text, ids) => {
    expect(itemsNamed(text, ITEMS)).toEqual(ids);
  });

  test.each(['0', '5', '3-2', '2-9', 'all', '1.5'])('%j is refused, naming the part', (part) => {
    expect(() => itemsNamed(part, ITEMS)).toThrow(expect.objectContaining({ code: 'ground.items-unclear' }));
  });

  test('none named is all of them; one that is gone names nothing', () => {
    expect(numbersOf(ground(), ITEMS)).toEqual([1, 2, 3, 4]);
    expect(isLimited(ground(), ITEMS)).toBe(false);
    expect(numbersOf(ground('b', 'gone'), ITEMS)).toEqual([2]);
    expect(isLimited(ground('b'), ITEMS)).toBe(true);
    expect(numbersOf(ground('gone'), ITEMS)).toEqual([]);
  });
});
