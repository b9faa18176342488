import { expect, test } from '@jest/globals';
import { CATEGORIES, CATEGORY_LABELS, type Category } from '#domain/ground/category.js';
import { referenceFile } from './reference-file.js';

const { categories, keywords } = referenceFile<{
  categories: { code: Category; en: string; nl: string }[];
  keywords: { code: string; label: string; nl: string; category: Category | null }[];
}>('categories.json');

test('the categories of the file are those of the domain, label for label', () => {
  expect(categories.map(({ code }) => code)).toEqual(CATEGORIES);
  for (const { code, en, nl } of categories) expect({ en, nl }).toEqual(CATEGORY_LABELS[code]);
});

test('there are 69 keywords, each once, labelled, and none of the dead ones', () => {
  const codes = keywords.map(({ code }) => code);
  expect(new Set(codes).size).toBe(69);
  expect(codes).toHaveLength(69);
  expect(codes).not.toContain('KEYWORD_DANGEROUS_TOYS');
  expect(keywords.filter(({ code, label, nl }) => !/^KEYWORD_[A-Z_]+$/.test(code) || !label || !nl)).toEqual([]);
});

test('every keyword refines a category that exists, but for the two the official tree leaves out', () => {
  const homeless = keywords.filter(({ category }) => category === null).map(({ code }) => code);
  expect(homeless).toEqual(['KEYWORD_OTHER', 'KEYWORD_STALKING']);
  const strangers = keywords.filter(({ category }) => category !== null && !CATEGORIES.includes(category));
  expect(strangers).toEqual([]);
});

test.each([
  ['STATEMENT_CATEGORY_ANIMAL_WELFARE', 2],
  ['STATEMENT_CATEGORY_CONSUMER_INFORMATION', 5],
  ['STATEMENT_CATEGORY_CYBER_VIOLENCE', 6],
  ['STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN', 7],
  ['STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', 4],
  ['STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 3],
  ['STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', 6],
  ['STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS', 3],
  ['STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE', 0],
  ['STATEMENT_CATEGORY_OTHER_VIOLATION_TC', 6],
  ['STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 5],
  ['STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY', 4],
  ['STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 6],
  ['STATEMENT_CATEGORY_SELF_HARM', 3],
  ['STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', 2],
  ['STATEMENT_CATEGORY_VIOLENCE', 5],
])('%s has %d keywords', (wanted, count) => {
  expect(keywords.filter(({ category }) => category === wanted)).toHaveLength(count);
});
