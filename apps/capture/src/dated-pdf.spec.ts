import { describe, expect, test } from '@jest/globals';
import { datedPdf } from './dated-pdf.js';

const at = new Date('2026-01-02T03:04:05.678Z');
const dated = (words: string) => datedPdf(Buffer.from(words, 'latin1'), at).toString('latin1');

describe('a dated PDF', () => {
  test('carries the given instant in UTC and is as long as before', () => {
    const before = "<</CreationDate (D:20261121182500+01'00')\n/ModDate (D:20261121182501+01'00')>>";
    expect(dated(before)).toBe("<</CreationDate (D:20260102030405+00'00')\n/ModDate (D:20260102030405+00'00')>>");
    expect(dated('/ModDate (D:20261121182501Z)')).toBe('/ModDate (D:20260102030405Z)');
  });

  test('has no identifier of its printing', () => {
    expect(dated('/ID [<0A1B2C> <0A1B2C>]')).toBe('/ID [<000000> <000000>]');
  });

  test('is otherwise untouched, byte for byte', () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_none, index) => index));
    expect(datedPdf(bytes, at).equals(bytes)).toBe(true);
  });
});
