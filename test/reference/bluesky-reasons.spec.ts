import { describe, expect, test } from '@jest/globals';
import { packFolders, readCountryPack } from '#adapters/files/country-packs.js';
import { CATEGORY_LABELS } from '#domain/ground/category.js';
import { blueskyReason, type BlueskyReasons } from '#domain/provider/bluesky-reason.js';
import { aGround } from '#test/builders/letter-facts.builder.js';
import { referenceFile } from './reference-file.js';

const reasons = referenceFile<BlueskyReasons>('bluesky-reasons.json');
const keywords = referenceFile<{ keywords: { code: string }[] }>('categories.json').keywords.map(({ code }) => code);

/** The known values of `tools.ozone.report.defs#reasonType` (bluesky-social/atproto @d6296a1), without what stands before them. */
const KNOWN = `Appeal Other ViolenceAnimal ViolenceThreats ViolenceGraphicContent ViolenceGlorification
  ViolenceExtremistContent ViolenceTrafficking ViolenceOther SexualAbuseContent SexualNCII SexualDeepfake SexualAnimal
  SexualUnlabeled SexualOther ChildSafetyCSAM ChildSafetyGroom ChildSafetyPrivacy ChildSafetyHarassment ChildSafetyOther
  HarassmentTroll HarassmentTargeted HarassmentHateSpeech HarassmentDoxxing HarassmentOther MisleadingBot
  MisleadingImpersonation MisleadingSpam MisleadingScam MisleadingElections MisleadingOther RuleSiteSecurity
  RuleProhibitedSales RuleBanEvasion RuleOther SelfHarmContent SelfHarmED SelfHarmStunts SelfHarmSubstances
  SelfHarmOther`.split(/\s+/);

test('every reason is one that Bluesky knows', () => {
  const given = [reasons.grounds, reasons.keywords, reasons.categories].flatMap((list) => Object.values(list));
  expect(given.filter((reason) => !KNOWN.includes(reason))).toEqual([]);
  expect([reasons.prefix, reasons.otherwise]).toEqual([
    'tools.ozone.report.defs#reason',
    'com.atproto.moderation.defs#reasonOther',
  ]);
});

test('every ground, keyword and category in it is one of ours', () => {
  const grounds = packFolders().flatMap((country) => readCountryPack(country).grounds.map(({ code }) => code));
  expect(Object.keys(reasons.grounds).filter((code) => !grounds.includes(code))).toEqual([]);
  expect(Object.keys(reasons.keywords).filter((code) => !keywords.includes(code))).toEqual([]);
  expect(Object.keys(reasons.categories).filter((code) => !Object.hasOwn(CATEGORY_LABELS, code))).toEqual([]);
});

describe('the map of law.md section 6.1', () => {
  test.each([
    ['SR252', 'ChildSafetyCSAM'],
    ['SR251_GROOM', 'ChildSafetyGroom'],
    ['SR254BA_SHARE', 'SexualNCII'],
    ['SR254BA_DEEPFAKE', 'SexualDeepfake'],
    ['SR285D', 'HarassmentDoxxing'],
    ['SR285B', 'HarassmentTargeted'],
    ['SR266', 'HarassmentTargeted'],
    ['SR285', 'ViolenceThreats'],
    ['SR137C', 'HarassmentHateSpeech'],
    ['SR231B', 'MisleadingImpersonation'],
    ['SR326', 'MisleadingScam'],
    ['AW21', 'HarassmentOther'],
    ['AVG6', 'HarassmentOther'],
    ['IVRK16', 'ChildSafetyPrivacy'],
  ])('%s is %s', (code, reason) => {
    expect(blueskyReason([aGround(code)], reasons)).toBe(`tools.ozone.report.defs#reason${reason}`);
  });
});
