import { describe, expect, test } from '@jest/globals';
import { MANDATE_RULES } from '#domain/ground/legal-ground.js';
import { originFault, referenceFile, type Sourced } from './reference-file.js';

interface GroundRow extends Sourced {
  code: string;
  law: string;
  article: string;
  titleNl: string;
  titleEn: string;
  category: string | null;
  keyword: string | null;
  capturePolicy: string;
  mandateRule: string;
  csamException: boolean;
  complaintOffence: boolean;
  validFrom: string | null;
  validTo: string | null;
  replacedBy: string | null;
}

const grounds = referenceFile<GroundRow[]>('nl/grounds.json');
const { categories, keywords } = referenceFile<{
  categories: { code: string }[];
  keywords: { code: string; category: string | null }[];
}>('categories.json');
const codesOf = (wanted: (ground: GroundRow) => boolean) => grounds.filter(wanted).map(({ code }) => code);

/** The public list: taking a code out breaks every history that names it. */
const CODES = [
  ...'SR252 SR251_SEXCHAT SR251_GROOM SR253 SR245_250 SR273F SR248_OLD CSAM_AI'.split(' '),
  ...'SR254BA_MAKE SR254BA_SHARE SR254BA_DEEPFAKE SR318_SEXTORT SR317 SR284 SR429TER'.split(' '),
  ...'SR_UNSOLICITED SR_MINOR_HARMFUL NUDIFY'.split(' '),
  ...'AW21 AW20 AW19 AW25 AW25A AW1_12 AW35 AVG6 AVG9 AVG10 AVG17'.split(' '),
  ...'SR285D SR231B SR138AB SR326 SR139E_F SR272'.split(' '),
  ...'SR285 SR285B SR261 SR262 SR266 SR267 SR268 SR270 SR271'.split(' '),
  ...'SR131 SR137C SR137D SR137E SR137F_G SR294 SR_BULLY SR83_TERR'.split(' '),
  ...'BW6_162 BW6_196C EVRM8 GW7 EVRM10 IVRK16'.split(' '),
];

/** Sexual abuse of children, drawn or real, old numbering or new: addressed, never looked at. */
const CHILD_SEXUAL_ABUSE = ['SR252', 'SR253', 'SR245_250', 'SR248_OLD', 'CSAM_AI'];

describe('the legal grounds', () => {
  test('are exactly the public codes, each once', () => {
    expect(codesOf(() => true)).toEqual(CODES);
    expect(new Set(CODES).size).toBe(58);
  });

  test('name a law, an article and a title in both languages', () => {
    for (const { code, law, article, titleNl, titleEn } of grounds) {
      expect([code, law, article, titleNl, titleEn].map((words) => words.trim())).not.toContain('');
    }
  });

  test('say where they come from and how sure we are', () => {
    expect(grounds.filter((ground) => originFault(ground)).map(({ code }) => code)).toEqual([]);
  });

  test('have validity in order, and a successor that exists', () => {
    for (const { code, validFrom, validTo, replacedBy } of grounds) {
      for (const day of [validFrom, validTo]) expect(day ?? '2024-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (validFrom && validTo) expect(validFrom < validTo).toBe(true);
      if (replacedBy) expect({ code, known: CODES.includes(replacedBy) }).toEqual({ code, known: true });
    }
  });
});

describe('the official type of illegal content', () => {
  test('of each ground exists, and its keyword belongs to it', () => {
    const known = new Set(categories.map(({ code }) => code));
    const home = new Map(keywords.map(({ code, category }) => [code, category]));
    for (const { code, category, keyword } of grounds) {
      if (category) expect({ code, known: known.has(category) }).toEqual({ code, known: true });
      if (!keyword) continue;
      expect({ code, keyword: home.has(keyword) }).toEqual({ code, keyword: true });
      expect([category, null]).toContain(home.get(keyword));
    }
  });

  test('is left to the caseworker only where the law gives none', () => {
    const without = ['SR248_OLD', 'AW25A', 'BW6_162', 'BW6_196C', 'EVRM8', 'GW7', 'EVRM10', 'IVRK16'];
    expect(codesOf(({ category }) => category === null)).toEqual(without);
  });

  test.each([
    ['AW21', 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS'],
    ['AW19', 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS'],
    ['SR318_SEXTORT', 'STATEMENT_CATEGORY_VIOLENCE'],
    ['SR251_GROOM', 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS'],
    ['SR268', 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH'],
    ['SR285D', 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS'],
  ])('of %s is the first its row gives', (code, category) => {
    expect(grounds.find((ground) => ground.code === code)?.category).toBe(category);
  });
});

describe('what may be captured', () => {
  test('is nothing at all of sexual abuse of children', () => {
    expect(codesOf(({ capturePolicy }) => capturePolicy === 'forbidden').sort()).toEqual(
      [...CHILD_SEXUAL_ABUSE].sort(),
    );
  });

  test('is nothing where only the hotline may act', () => {
    const hotline = grounds.filter(({ mandateRule }) => mandateRule === 'hotline-only');
    expect(hotline.length).toBeGreaterThan(0);
    expect(hotline.map(({ capturePolicy }) => capturePolicy)).toEqual(hotline.map(() => 'forbidden'));
  });

  test('is never the open picture of a sexual image of an adult', () => {
    const strict = ['SR254BA_MAKE', 'SR254BA_SHARE', 'SR254BA_DEEPFAKE', 'SR139E_F', 'SR429TER'];
    expect(codesOf(({ code, capturePolicy }) => strict.includes(code) && capturePolicy !== 'masked')).toEqual([]);
  });

  test('is metadata alone of private conversations and of what may hold children', () => {
    const closed = 'SR251_SEXCHAT SR251_GROOM SR318_SEXTORT SR317 SR_UNSOLICITED SR_MINOR_HARMFUL NUDIFY SR273F';
    const loosened = (ground: GroundRow) =>
      closed.split(' ').includes(ground.code) && ground.capturePolicy !== 'metadata';
    expect(codesOf(loosened)).toEqual([]);
  });

  test('is never fully a picture in the category of minors', () => {
    const minors = (ground: GroundRow) => ground.category === 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS';
    expect(codesOf((ground) => minors(ground) && ['full', 'masked'].includes(ground.capturePolicy))).toEqual([]);
  });

  test('and who may ask are words the desk knows', () => {
    for (const { capturePolicy, mandateRule } of grounds) {
      expect(['full', 'masked', 'metadata', 'forbidden']).toContain(capturePolicy);
      expect(MANDATE_RULES).toContain(mandateRule);
    }
  });
});

test('the notifier may stay unnamed only for the offences of Directive 2011/93/EU, Art. 3 to 7', () => {
  expect(codesOf(({ csamException }) => csamException).sort()).toEqual([...CHILD_SEXUAL_ABUSE, 'SR251_GROOM'].sort());
});

test('a complaint of the victim is needed for prosecution of exactly these', () => {
  const complaint = 'SR318_SEXTORT SR284 SR285B SR261 SR262 SR266 SR270'.split(' ');
  expect(codesOf(({ complaintOffence }) => complaintOffence)).toEqual(complaint);
});
