import { describe, expect, test } from '@jest/globals';
import { projectPath } from '../settings/project.js';
import { ranges } from './present-notices.js';
import { ReportFormats } from './report-formats.js';
import { ReportWords } from './report-words.js';

const formats = (language: 'nl' | 'en') =>
  new ReportFormats(ReportWords.read(projectPath('templates', 'reports'), language), 'Europe/Amsterdam');
const nl = formats('nl');
const en = formats('en');

describe('a report writes', () => {
  test('moments in its own zone, summer and winter', () => {
    expect(nl.moment('2025-08-01T22:30:00.000Z')).toBe('2 aug 2025 00:30');
    expect(en.moment('2025-12-31T23:30:00.000Z')).toBe('1 Jan 2026 00:30');
    expect(nl.machine('2025-08-01T22:30:00.000Z')).toBe('2025-08-02T00:30:00+02:00');
    expect(nl.day('2025-12-31')).toBe('31 december 2025');
    expect(nl.moment(null)).toBe('–');
  });

  test('numbers with the separators of its language', () => {
    expect([nl.number(1234567), nl.percent(76.64), nl.percent(null)]).toEqual(['1.234.567', '76,64%', '–']);
    expect([en.number(1234567), en.percent(76.64)]).toEqual(['1,234,567', '76.64%']);
  });

  test('durations in the unit a reader thinks in', () => {
    expect([0.07, 1.99, 2, 47.9, 48, 336].map((hours) => nl.duration(hours))).toEqual([
      '4 minuten',
      '119 minuten',
      '2,0 uur',
      '47,9 uur',
      '2,0 dagen',
      '14,0 dagen',
    ]);
    expect([en.duration(5.25), en.duration(null)]).toEqual(['5.3 hours', '–']);
    expect([en.after(0), en.after(0.07), en.after(-0.17), en.after(50.5)]).toEqual(['', '+4 min', '−10 min', '+2.1 d']);
  });

  test('countries and sizes in words', () => {
    expect([nl.country('IE'), en.country('IE'), nl.country(null)]).toEqual(['Ierland', 'Ireland', 'niet bekend']);
    expect([nl.bytes(999), nl.bytes(1500), en.bytes(8_398_148)]).toEqual(['999 B', '1,5 kB', '8.4 MB']);
  });

  test('a row of numbers as ranges', () => {
    expect(ranges([3, 1, 2, 5, 5])).toBe('1–3, 5');
    expect(ranges([])).toBe('');
  });
});
