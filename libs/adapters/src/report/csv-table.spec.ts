import { parse } from 'csv-parse/sync';
import { expect, test } from '@jest/globals';
import { csvTable } from './csv-table.js';

const table = (...values: (string | number | boolean | null)[]) =>
  csvTable(
    [
      { name: 'value', value: (row: (typeof values)[number]) => row },
      { name: 'next', value: () => 'x' },
    ],
    values,
  );

test.each([
  '=1+1',
  '+31201234567',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '=cmd|"/c calc"!A1',
])('the text %j does not run as a formula when a spreadsheet opens the table', (text) => {
  const [row] = parse<{ value: string }>(table(text), { columns: true, record_delimiter: '\r\n' });
  expect(row!.value).toBe(`'${text}`);
});

test('numbers stay numbers, also below zero, and what is not known stays empty', () => {
  expect(table(-0.17, 0, null, true)).toBe('value,next\r\n-0.17,x\r\n0,x\r\n,x\r\ntrue,x\r\n');
});

test('quotes, commas and line breaks stay inside their cell', () => {
  const text = 'say "no",\nthen go; é';
  const [row] = parse<{ value: string }>(table(text), { columns: true });
  expect(row!.value).toBe(text);
});
