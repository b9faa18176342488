import { expect, test } from '@jest/globals';
import { isNightlyDue } from './nightly.js';

const ZONE = 'Europe/Amsterdam';
const at = (text: string): Date => new Date(text);

test('once a night, by the clock of the desk', () => {
  expect(isNightlyDue(at('2026-11-21T01:00:00Z'), null, ZONE)).toBe(true);
  expect(isNightlyDue(at('2026-11-21T01:00:00Z'), at('2026-11-20T01:00:00Z'), ZONE)).toBe(true);
  expect(isNightlyDue(at('2026-11-21T03:00:00Z'), at('2026-11-21T01:00:00Z'), ZONE)).toBe(false);
});

test('never by day, in summer and in winter', () => {
  expect(isNightlyDue(at('2026-11-21T04:30:00Z'), null, ZONE)).toBe(false);
  expect(isNightlyDue(at('2026-07-21T22:30:00Z'), null, ZONE)).toBe(false);
  expect(isNightlyDue(at('2026-07-21T23:30:00Z'), null, ZONE)).toBe(true);
});
