import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { packFolders, PACKS, readCountryPack } from '#adapters/files/country-packs.js';
import { unknownFields } from '#domain/ground/explanation.js';
import type { RuleViolation } from '#domain/rule-violation.js';

describe.each(packFolders())('the pack %s', (cc) => {
  const { country, grounds, templates } = readCountryPack(cc);

  test('asks at least three questions of every ground, in both languages', () => {
    expect(country).toBe(cc.toUpperCase());
    for (const { code, questions } of grounds) {
      expect({ code, enough: questions.length >= 3 }).toEqual({ code, enough: true });
      expect(questions.filter(({ nl, en }) => !nl || !en)).toEqual([]);
    }
  });

  test('has a template of every ground in both languages, which names each of its questions', () => {
    for (const ground of grounds) {
      for (const language of ['nl', 'en'] as const) {
        const text = templates.find((one) => one.ground === ground.code && one.language === language)?.text ?? '';
        expect(unknownFields(ground, text)).toEqual([]);
        const silent = ground.questions.filter(({ code }) => !text.includes(`{${code}}`));
        expect({ ground: ground.code, language, silent }).toEqual({ ground: ground.code, language, silent: [] });
      }
    }
  });
});

test('the codes of all packs together are each there once', () => {
  const codes = packFolders().flatMap((cc) => readCountryPack(cc).grounds.map(({ code }) => code));
  expect(new Set(codes).size).toBe(codes.length);
});

test('everything of the German pack is still to be confirmed', () => {
  const { grounds } = readCountryPack('DE');
  expect(grounds.map(({ article }) => article).join(' ')).toBe('22, 33 184b 184k 201a 126a 238 185 186 187');
  expect(new Set(grounds.flatMap((ground) => [ground.confidence, ground.questionsConfidence]))).toEqual(new Set(['K']));
});

describe('a pack with a fault', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'seinpost-packs-'));
    cpSync(join(PACKS, 'nl'), join(root, 'nl'), { recursive: true });
    cpSync(join(PACKS, 'categories.json'), join(root, 'categories.json'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Plants a fault where `marker` stands after `after`, and answers what the reader says and on which line it stands. */
  function planted(file: string, [after, marker, wrong]: readonly [string, string, string]) {
    const path = join(root, 'nl', file);
    const text = readFileSync(path, 'utf8');
    const at = text.indexOf(marker, text.indexOf(after));
    expect({ marker, found: at > 0 }).toEqual({ marker, found: true });
    writeFileSync(path, text.slice(0, at) + wrong + text.slice(at + marker.length));
    const line = text.slice(0, at).split('\n').length;
    return { said: faultsOf(), place: `nl/${file}:${line}:` };
  }

  function faultsOf(): string[] {
    try {
      readCountryPack('NL', root);
    } catch (error) {
      return (error as RuleViolation).facts['faults'] as string[];
    }
    return [];
  }

  const AW21 = '"code": "AW21"';
  test.each([
    ['grounds.json', AW21, '_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"', '_PRIVACY"', 'unknown-category'],
    ['grounds.json', AW21, '"KEYWORD_OTHER"', '"KEYWORD_NONE"', 'unknown-keyword'],
    ['grounds.json', AW21, '"KEYWORD_OTHER"', '"KEYWORD_SUICIDE"', 'keyword-of-another-category'],
    ['grounds.json', AW21, '"Portrait right, not commissioned"', '""', 'language-missing'],
    ['grounds.json', AW21, '"capturePolicy": "full"', '"capturePolicy": "open"', 'unknown-capture-policy'],
    ['grounds.json', AW21, '"mandateRule": "person-concerned"', '"mandateRule": "them"', 'unknown-mandate-rule'],
    ['grounds.json', AW21, '"law": "Aw"', '"law": "Auw"', 'unknown-law'],
    ['grounds.json', AW21, '"theme": "portrait"', '"theme": "art"', 'unknown-theme'],
    ['grounds.json', AW21, '"verifiedOn": "2026-11-21"', '"verifiedOn": "2026-02-30"', 'bad-date'],
    ['grounds.json', AW21, '"validFrom": null', '"validFrom": "1 juli"', 'bad-date'],
    ['grounds.json', AW21, '"confidence": "V"', '"confidence": "sure"', 'unknown-confidence'],
    ['grounds.json', AW21, '"code": "AW1_12"', '"code": "AW99"', 'explanation-missing'],
    ['grounds.json', '"code": "AW20"', '"code": "AW20"', AW21, 'duplicate-code'],
    ['grounds.json', '"code": "SR248_OLD"', '"replacedBy": "SR252"', '"replacedBy": "SR253X"', 'unknown-successor'],
    ['grounds.json', '"code": "SR285D"', '"validTo": null', '"validTo": "2023-01-01"', 'ends-before-it-begins'],
    ['grounds.json', '"code": "AW20"', '"article": "20"', '"article": "21"', 'overlapping-validity'],
    ['laws.json', '"Aw"', '"Auteurswet (Aw)"', '""', 'language-missing'],
    ['pack.json', '{', '"NL"', '"BE"', 'country-of-another-folder'],
    ['pack.json', '"code": "police"', '"police"', '"army"', 'unknown-help-line'],
    ['pack.json', '"code": "suicide"', '0800-0113, of', '0800-0114, of', 'number-not-named'],
    ['explanations.json', '"ground": "AW21"', '"commission"', '"commision"', 'unknown-question'],
    ['explanations.json', '{', '"Who is recognisable, and by what?"', '""', 'language-missing'],
  ])('in %s after %s, %s made %s, is refused with its line as %s', (...row) => {
    const [file, after, marker, wrong, code] = row as [string, string, string, string, string];
    const { said, place } = planted(file, [after, marker, wrong]);
    expect(said.filter((fault) => fault.startsWith(place) && fault.includes(code))).toHaveLength(1);
  });

  test('that is no JSON, or names a key twice, is refused with its line', () => {
    expect(planted('laws.json', ['{', '"BW": {', '"BW" {']).said[0]).toMatch(/^nl\/laws\.json:8: /);
    cpSync(join(PACKS, 'nl'), join(root, 'nl'), { recursive: true });
    expect(planted('laws.json', ['{', '"BW": {', '"Aw": {']).said[0]).toBe('nl/laws.json:8: "Aw" stands there twice');
  });

  test('and a country without a pack are refused by name', () => {
    expect(() => readCountryPack('FR', root)).toThrow('pack.missing');
  });
});
