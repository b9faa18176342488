import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '#adapters/settings/project.js';

const PAGE = readFileSync(projectPath('docs', 'security', 'threats.md'), 'utf8');

/** The rows of every table whose last column names what shows it. */
const rows = [...PAGE.matchAll(/^\| Attack \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/gm)]
  .flatMap(([, table = '']) => table.trim().split('\n'))
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([, attack = '', stops = '', shownBy = '']) => ({ attack, stops, tests: [...shownBy.matchAll(/`([^`]+)`/g)] }));

test('each threat says what stops it and names a test that is there', () => {
  expect(rows.length).toBeGreaterThan(20);
  const lacking = rows.flatMap(({ attack, stops, tests }) => {
    const files = tests.map(([, file = '']) => file);
    const isShown =
      files.length > 0 && files.every((file) => /\.spec\.ts$/.test(file) && existsSync(projectPath(file)));
    return stops !== '' && isShown ? [] : [`${attack}: ${files.join(', ')}`];
  });
  expect(lacking).toEqual([]);
});

test('what is still to come has its place', () => {
  const open = PAGE.slice(PAGE.indexOf('## Open'));
  for (const matter of ['Encryption at rest', 'Retention', 'The ASVS sheet'])
    expect(open).toContain(`- **${matter}.**`);
});
