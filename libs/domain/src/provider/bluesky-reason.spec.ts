import { expect, test } from '@jest/globals';
import { blueskyReason, type BlueskyReasons } from './bluesky-reason.js';

const REASONS: BlueskyReasons = {
  prefix: 'new#reason',
  otherwise: 'old#reasonOther',
  minors: { reason: 'ChildSafetyPrivacy', grounds: ['PORTRAIT'] },
  grounds: { ADDRESS: 'HarassmentDoxxing' },
  keywords: { KEYWORD_HATE: 'HarassmentHateSpeech', KEYWORD_CHILD: 'ChildSafetyPrivacy' },
  categories: { CATEGORY_VIOLENCE: 'ViolenceOther' },
};
const ground = (code: string, keyword: string | null, category: string | null) => ({ code, keyword, category });

test('the ground itself decides before its keyword, and the keyword before the category', () => {
  const of = (...grounds: ReturnType<typeof ground>[]) => blueskyReason({ grounds, concernsMinor: false }, REASONS);

  expect(of(ground('ADDRESS', 'KEYWORD_HATE', 'CATEGORY_VIOLENCE'))).toBe('new#reasonHarassmentDoxxing');
  expect(of(ground('OTHER', 'KEYWORD_HATE', 'CATEGORY_VIOLENCE'))).toBe('new#reasonHarassmentHateSpeech');
  expect(of(ground('OTHER', null, 'CATEGORY_VIOLENCE'))).toBe('new#reasonViolenceOther');
  expect(of(ground('OTHER', null, null))).toBe('old#reasonOther');
});

test('of several grounds the first that is known decides, unless a child is concerned', () => {
  const hate = ground('A', 'KEYWORD_HATE', null);
  const of = (...grounds: ReturnType<typeof ground>[]) => blueskyReason({ grounds, concernsMinor: false }, REASONS);

  expect(of(ground('B', null, null), hate)).toBe('new#reasonHarassmentHateSpeech');
  expect(of(hate, ground('C', 'KEYWORD_CHILD', null))).toBe('new#reasonChildSafetyPrivacy');
});

test.each([
  ['PORTRAIT', true, 'new#reasonChildSafetyPrivacy'],
  ['PORTRAIT', false, 'new#reasonViolenceOther'],
  ['ADDRESS', true, 'new#reasonHarassmentDoxxing'],
])('%s, a minor concerned: %s, is %s', (code, concernsMinor, reason) => {
  const grounds = [ground(code, null, 'CATEGORY_VIOLENCE')];
  expect(blueskyReason({ grounds, concernsMinor }, REASONS)).toBe(reason);
});
