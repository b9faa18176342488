import { describe, expect, test } from '@jest/globals';
import { packFolders, readCountryPack } from '#adapters/files/country-packs.js';
import { readLetterWords } from '#adapters/letters/letter-words.js';
import { projectPath } from '#adapters/settings/project.js';
import { CATEGORY_LABELS } from '#domain/ground/category.js';
import { LETTER_LANGUAGES } from '#domain/notice/codes.js';
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

/** Every reason the lists give. */
const reasonsGiven = (): string[] => [
  reasons.minors.reason,
  ...[reasons.grounds, reasons.keywords, reasons.categories].flatMap((list) => Object.values(list)),
];

test('every reason is one that Bluesky knows', () => {
  const given = reasonsGiven();
  expect(given.filter((reason) => !KNOWN.includes(reason))).toEqual([]);
  expect([reasons.prefix, reasons.otherwise]).toEqual([
    'tools.ozone.report.defs#reason',
    'com.atproto.moderation.defs#reasonOther',
  ]);
});

test('every ground, keyword and category in it is one of ours', () => {
  const grounds = packFolders().flatMap((country) => readCountryPack(country).grounds.map(({ code }) => code));
  expect(
    [...Object.keys(reasons.grounds), ...reasons.minors.grounds].filter((code) => !grounds.includes(code)),
  ).toEqual([]);
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
    expect(blueskyReason({ grounds: [aGround(code)], concernsMinor: false }, reasons)).toBe(
      `tools.ozone.report.defs#reason${reason}`,
    );
  });

  test.each(['AW19', 'AW20', 'AW21', 'AVG6', 'AVG9', 'AVG10', 'AVG17'])(
    '%s of a minor is ChildSafetyPrivacy',
    (code) => {
      const matter = { grounds: [aGround(code)], concernsMinor: true };
      expect(blueskyReason(matter, reasons)).toBe('tools.ozone.report.defs#reasonChildSafetyPrivacy');
    },
  );
});

test.each(LETTER_LANGUAGES)('a person reads every reason in words (%s)', (language) => {
  const { blueskyReasons } = readLetterWords(projectPath('templates', 'letters'))[language];
  const wanted = new Set([...reasonsGiven(), 'Other']);
  expect(Object.keys(blueskyReasons).sort()).toEqual([...wanted].sort());
});
