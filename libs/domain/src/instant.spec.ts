import { describe, expect, test } from '@jest/globals';
import { daysLater, endOfDay, instant, isDay, startOfDay, yearIn } from './instant.js';

const ZONE = 'Europe/Amsterdam';

describe('an instant', () => {
  test.each([
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00:00.5+01:00', '2026-11-21T09:00:00.500Z'],
    ['2026-11-21T10:00:00+0100', '2026-11-21T09:00:00.000Z'],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
    ['2028-02-29T23:59:59-05:00', '2028-03-01T04:59:59.000Z'],
  ])('%s is %s', (text, moment) => {
    expect(instant(text)?.toISOString()).toBe(moment);
  });

  test.each([
    '2026-11-21',
    '2026-11-21T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-11-21T25:00:00Z',
    '21-11-2026',
    'now',
    '',
  ])('%j is none', (text) => expect(instant(text)).toBeNull());
});

describe('a day', () => {
  test.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-2-3', false],
    ['2026-11-21T00:00', false],
    ['20261121', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  test.each([
    ['2026-11-21', '2026-11-20T23:00:00.000Z', 24],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
  ])('%s begins at %s and has %i hours', (text, begin, hours) => {
    expect(startOfDay(text, ZONE).toISOString()).toBe(begin);
    expect((endOfDay(text, ZONE).getTime() - startOfDay(text, ZONE).getTime()) / 3_600_000).toBe(hours);
  });

  test('days follow one another without gap', () => {
    expect(endOfDay('2026-12-31', ZONE)).toEqual(startOfDay('2027-01-01', ZONE));
  });
});

test('so many days later it is the same local time', () => {
  expect(daysLater(new Date('2026-03-28T11:00:00Z'), 1, ZONE)).toEqual(new Date('2026-03-29T10:00:00Z'));
  expect(daysLater(new Date('2026-10-24T10:00:00Z'), 1, ZONE)).toEqual(new Date('2026-10-25T11:00:00Z'));
  expect(daysLater(new Date('2026-01-31T11:00:00Z'), 0, ZONE)).toEqual(new Date('2026-01-31T11:00:00Z'));
});

test('the year is that of the zone: New Year comes earlier in Amsterdam than in Greenwich', () => {
  expect(yearIn(new Date('2026-12-31T23:30:00Z'), ZONE)).toBe(2027);
  expect(yearIn(new Date('2026-12-31T23:30:00Z'), 'UTC')).toBe(2026);
});
