import { describe, expect, test } from '@jest/globals';
import { timeLeft } from './working-days.js';

const calendar = { zone: 'Europe/Amsterdam', holidays: new Set(['2026-12-25', '2027-01-01', '2026-04-27']) };
const at = (text: string) => new Date(text);
/** Friday 20 November 2026, half past nine in Amsterdam. */
const NOW = at('2026-11-20T08:30:00Z');

describe('the time that is left', () => {
  test('counts working days: a weekend and a holiday are none', () => {
    expect(timeLeft(at('2026-11-23T12:00:00Z'), NOW, calendar)).toEqual({ kind: 'left', days: 1 });
    expect(timeLeft(at('2026-11-25T12:00:00Z'), NOW, calendar)).toEqual({ kind: 'left', days: 3 });
    expect(timeLeft(at('2026-12-28T12:00:00Z'), at('2026-12-23T12:00:00Z'), calendar)).toEqual({
      kind: 'left',
      days: 2,
    });
  });

  test('is none when it ends in the weekend that begins now', () => {
    expect(timeLeft(at('2026-11-22T12:00:00Z'), NOW, calendar)).toEqual({ kind: 'left', days: 0 });
  });

  test('ends today while the moment is still to come, and is over at the moment itself', () => {
    expect(timeLeft(at('2026-11-20T20:00:00Z'), NOW, calendar)).toEqual({ kind: 'today' });
    expect(timeLeft(NOW, NOW, calendar)).toEqual({ kind: 'late', days: 0 });
  });

  test('that is over counts every day, for a platform owes its answer on Sundays too', () => {
    expect(timeLeft(at('2026-11-15T12:00:00Z'), NOW, calendar)).toEqual({ kind: 'late', days: 5 });
  });

  test('goes by the day where people work, not by UTC', () => {
    const lateEvening = at('2026-11-19T23:30:00Z');
    expect(timeLeft(at('2026-11-20T12:00:00Z'), lateEvening, calendar)).toEqual({ kind: 'today' });
    expect(timeLeft(at('2026-11-23T23:30:00Z'), NOW, calendar)).toEqual({ kind: 'left', days: 2 });
  });

  test.each(['2026-03-27T11:00:00Z', '2026-10-23T11:00:00Z'])(
    'is not moved by a night of 23 or 25 hours, from %s',
    (from) => {
      const monday = new Date(at(from).getTime() + 3 * 24 * 3_600_000 + 3_600_000);
      expect(timeLeft(monday, at(from), calendar)).toEqual({ kind: 'left', days: 1 });
    },
  );
});
