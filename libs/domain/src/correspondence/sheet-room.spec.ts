import { describe, expect, test } from '@jest/globals';
import { fitSheet, type BesideReasons } from './sheet-room.js';

const spare = (said: string, before = false): BesideReasons => ({ demanded: false, before, said });
const demanded = (said: string): BesideReasons => ({ demanded: true, before: false, said });
const BESIDE = [spare('Urgent.', true), demanded('At 00:41.'), spare('Remove it.'), demanded('In good faith.')];
const REASONS = [
  { said: 'Art. 1: Because.', without: [] },
  { said: 'Because.', without: ['Art. 1'] },
];
const room = (...mosts: number[]) => ({
  bounds: mosts.map((most) => ({ most, length: (text: string) => text.length })),
  ...{ between: '\n\n', refusal: 'letter.explanation-limit' as const },
});

describe('the explanation of a form', () => {
  test('says everything where nobody counts its characters, in order', () => {
    expect(fitSheet(REASONS, [...BESIDE, spare('')], room())).toEqual({
      text: 'Urgent.\n\nArt. 1: Because.\n\nAt 00:41.\n\nRemove it.\n\nIn good faith.',
      left: [],
    });
  });

  test('loses first what is needed least, then the heads of the reasons, never what the law demands', () => {
    const of = (most: number) => fitSheet(REASONS, BESIDE, room(most)).text.split('\n\n');
    expect(of(60)).toEqual(['Urgent.', 'Art. 1: Because.', 'At 00:41.', 'In good faith.']);
    expect(of(45)).toEqual(['Art. 1: Because.', 'At 00:41.', 'In good faith.']);
    expect(of(36)).toEqual(['Because.', 'At 00:41.', 'In good faith.']);
  });

  test('says what was left out', () => {
    expect(fitSheet(REASONS, BESIDE, room(60)).left).toEqual(['Remove it.']);
    expect(fitSheet(REASONS, BESIDE, room(36)).left).toEqual(['Art. 1', 'Urgent.', 'Remove it.']);
  });

  test('keeps within each of several bounds, and is refused by the one that it passes', () => {
    expect(fitSheet(REASONS, BESIDE, room(1000, 60)).left).toEqual(['Remove it.']);
    expect(() => fitSheet(REASONS, BESIDE, room(1000, 30))).toThrow(
      expect.objectContaining({ facts: { length: 35, most: 30, over: 5 } }),
    );
  });

  test('is refused where what the law demands does not fit, with how much it is over', () => {
    expect(() => fitSheet(REASONS, BESIDE, room(30))).toThrow(
      expect.objectContaining({ code: 'letter.explanation-limit', facts: { length: 35, most: 30, over: 5 } }),
    );
  });
});
