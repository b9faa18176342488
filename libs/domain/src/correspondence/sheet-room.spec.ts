import { describe, expect, test } from '@jest/globals';
import { fitSheet, type BesideReasons } from './sheet-room.js';

const spare = (said: string, before = false): BesideReasons => ({ demanded: false, before, said });
const demanded = (said: string): BesideReasons => ({ demanded: true, before: false, said });
const BESIDE = [spare('Urgent.', true), demanded('At 00:41.'), spare('Remove it.'), demanded('In good faith.')];
const REASONS = ['Art. 1: Because.', 'Because.'];

describe('the explanation of a form', () => {
  test('says everything where nobody counts its characters, in order', () => {
    expect(fitSheet(REASONS, [...BESIDE, spare('')], null)).toBe(
      'Urgent.\n\nArt. 1: Because.\n\nAt 00:41.\n\nRemove it.\n\nIn good faith.',
    );
  });

  test('loses first what is needed least, then the heads of the reasons, never what the law demands', () => {
    const of = (most: number) => fitSheet(REASONS, BESIDE, most).split('\n\n');
    expect(of(60)).toEqual(['Urgent.', 'Art. 1: Because.', 'At 00:41.', 'In good faith.']);
    expect(of(45)).toEqual(['Art. 1: Because.', 'At 00:41.', 'In good faith.']);
    expect(of(36)).toEqual(['Because.', 'At 00:41.', 'In good faith.']);
  });

  test('is refused where what the law demands does not fit, with how much it is over', () => {
    expect(() => fitSheet(REASONS, BESIDE, 30)).toThrow(
      expect.objectContaining({ code: 'letter.explanation-limit', facts: { length: 35, most: 30, over: 5 } }),
    );
  });
});
