import { expect, test } from '@jest/globals';
import { CATEGORIES, CATEGORY_LABELS, isCategory } from './category.js';

test('there are sixteen official categories, each with a label in both languages', () => {
  expect(CATEGORIES).toHaveLength(16);
  for (const category of CATEGORIES) {
    expect(category).toMatch(/^STATEMENT_CATEGORY_[A-Z_]+$/);
    expect(CATEGORY_LABELS[category].en.length).toBeGreaterThan(0);
    expect(CATEGORY_LABELS[category].nl.length).toBeGreaterThan(0);
  }
});

test('only an official code is a category', () => {
  expect(isCategory('STATEMENT_CATEGORY_CYBER_VIOLENCE')).toBe(true);
  expect(isCategory('STATEMENT_CATEGORY_CYBER')).toBe(false);
  expect(isCategory('CYBER_VIOLENCE')).toBe(false);
  expect(isCategory('toString')).toBe(false);
});
