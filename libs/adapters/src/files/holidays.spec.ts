import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFolders } from './country-packs.js';
import { holidaysOf } from './holidays.js';

const packWith = (days: readonly object[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'holidays-'));
  mkdirSync(join(root, 'xx'));
  writeFileSync(join(root, 'xx', 'holidays.json'), JSON.stringify({ days }));
  return root;
};

describe('holidays', () => {
  test.each(packFolders())('of the pack of %s are whole, for this year and the next ones', (country) => {
    const years = new Set(holidaysOf(country).map(({ day }) => day.slice(0, 4)));
    for (let year = 2024; year <= 2035; year += 1) expect(years).toContain(String(year));
  });

  test('of the Netherlands move with Easter, and Koningsdag never falls on a Sunday', () => {
    const days = holidaysOf('NL').map(({ day }) => day);
    for (const day of ['2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2025-05-05', '2025-04-26'])
      expect(days).toContain(day);
    for (const day of ['2026-05-05', '2025-04-27']) expect(days).not.toContain(day);
  });

  test('of a country without such a file are none', () => {
    expect(holidaysOf('xx')).toEqual([]);
  });

  test('that do not exist, have no name or stand there twice are refused by their day', () => {
    const root = packWith([
      { day: '2026-02-30', name: 'x' },
      { day: '2026-01-01', name: '' },
      { day: '2026-12-25', name: 'x' },
      { day: '2026-12-25', name: 'x' },
    ]);
    expect(() => holidaysOf('XX', root)).toThrow(
      expect.objectContaining({
        code: 'pack.faulty',
        facts: {
          country: 'XX',
          faults: ['2026-02-30', '2026-01-01', '2026-12-25'].map((day) => `xx/holidays.json: "${day}"`),
        },
      }),
    );
  });
});
