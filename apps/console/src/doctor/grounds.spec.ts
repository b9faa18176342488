import { expect, test } from '@jest/globals';
import { readCountryPack } from '#adapters/files/country-packs.js';
import { groundsFinding } from './grounds.js';

const dutch = readCountryPack('NL').grounds;

test('grounds that a lawyer has to confirm are a warning that names each of them', () => {
  const { status, detail, remedy } = groundsFinding(dutch, 'NL');
  const open = dutch.filter(({ confidence }) => confidence === 'K').map(({ code }) => code);
  expect([status, open.length > 20]).toEqual(['warn', true]);
  for (const code of open) expect(detail).toContain(code);
  expect(detail).not.toMatch(/\bAW21\b/);
  expect(remedy).toContain('migrations/reference/nl');
});

test('a desk whose grounds are all confirmed needs nothing, one without grounds does', () => {
  const confirmed = dutch.filter(({ confidence }) => confidence === 'V');
  expect(groundsFinding(confirmed, 'NL')).toMatchObject({ status: 'ok', remedy: '' });
  expect(groundsFinding(dutch, 'DE').status).toBe('warn');
});
