import { describe, expect, test } from '@jest/globals';
import { CAPTURE_POLICIES, type CapturePolicy, policyFor, strictest } from './capture-policy.js';

describe('the policy of a capture', () => {
  test('follows the ground', () => {
    expect(policyFor(['full'])).toBe('full');
    expect(policyFor(['masked'])).toBe('masked');
  });

  test('follows the strictest of several grounds, in any order', () => {
    expect(policyFor(['full', 'metadata', 'masked'])).toBe('metadata');
    expect(policyFor(['metadata', 'full'])).toBe('metadata');
  });

  test('may be asked stricter, never looser', () => {
    expect(policyFor(['full'], 'masked')).toBe('masked');
    expect(policyFor(['masked'], 'masked')).toBe('masked');
    expect(() => policyFor(['metadata'], 'masked')).toThrow(
      expect.objectContaining({ code: 'capture.policy-too-loose', facts: { asked: 'masked', allowed: 'metadata' } }),
    );
  });

  test('is refused without a ground, whatever is asked', () => {
    for (const asked of [undefined, ...CAPTURE_POLICIES]) {
      expect(() => policyFor([], asked)).toThrow(expect.objectContaining({ code: 'capture.no-ground' }));
    }
  });

  test('is refused when any ground forbids, whatever is asked', () => {
    const mixtures: CapturePolicy[][] = [['forbidden'], ['full', 'forbidden'], ['forbidden', 'metadata', 'full']];
    for (const grounds of mixtures) {
      for (const asked of [undefined, ...CAPTURE_POLICIES]) {
        expect(() => policyFor(grounds, asked)).toThrow(expect.objectContaining({ code: 'capture.forbidden' }));
      }
    }
  });

  test('of nothing is the strictest there is', () => {
    expect(strictest([])).toBe('forbidden');
  });
});
