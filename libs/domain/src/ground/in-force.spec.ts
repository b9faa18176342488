import { describe, expect, test } from '@jest/globals';
import { aGround } from '#test/builders/letter-facts.builder.js';
import { assertValidFor, assertValidOn, isValidOn, standingOn } from './in-force.js';

const old = aGround('SR248_OLD');
const shared = aGround('SR254BA_SHARE');

describe('a ground', () => {
  test.each([
    ['SR248_OLD', '2024-06-30', { kind: 'in-force' }],
    ['SR248_OLD', '2024-07-01', { kind: 'repealed', until: '2024-06-30', successor: 'SR252' }],
    ['SR252', '2024-07-01', { kind: 'in-force' }],
    ['SR252', '2024-06-30', { kind: 'under-former-article', article: '240b', until: '2024-06-30' }],
    ['SR254BA_SHARE', '2023-01-01', { kind: 'under-former-article', article: '139h(2)', until: '2024-06-30' }],
    ['SR285D', '2023-12-31', { kind: 'not-yet', from: '2024-01-01' }],
    ['AW21', '1990-01-01', { kind: 'in-force' }],
    ['BW6_196C', '2024-02-17', { kind: 'repealed', until: '2024-02-16', successor: null }],
  ])('%s on %s', (code, day, standing) => {
    expect(standingOn(aGround(code), day)).toEqual(standing);
  });

  test('may be relied on while it holds, if need be under its former number', () => {
    expect([isValidOn(shared, '2023-01-01'), isValidOn(old, '2024-07-01')]).toEqual([true, false]);
  });

  test('that was repealed is refused with its successor', () => {
    expect(() => assertValidOn(old, '2026-11-21')).toThrow(/ground\.replaced.*"2024-06-30".*"SR252"/);
    expect(() => assertValidOn(aGround('BW6_196C'), '2026-11-21')).toThrow('ground.repealed');
    expect(() => assertValidOn(aGround('SR285D'), '2023-01-01')).toThrow('ground.not-yet-in-force');
    expect(() => assertValidOn(shared, '2026-11-21')).not.toThrow();
  });

  test('is judged by the law of the day the content was put there, where somebody knows it', () => {
    const today = '2026-11-21';
    expect(() => assertValidFor(old, ['2025-03-04'], today)).toThrow(
      /ground\.replaced-before-posted.*"2025-03-04".*"2024-06-30".*"SR252"/,
    );
    expect(() => assertValidFor(aGround('BW6_196C'), ['2025-03-04'], today)).toThrow('ground.repealed-before-posted');
    expect(() => assertValidFor(aGround('SR285D'), ['2025-03-04', '2023-12-31'], today)).toThrow('ground.after-posted');
    expect(() => assertValidFor(old, ['2024-06-30'], today)).not.toThrow();
    expect(() => assertValidFor(old, ['2024-06-30', null], today)).toThrow('ground.replaced');
    expect(() => assertValidFor(old, [], today)).toThrow('ground.replaced');
  });
});
