import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { canonicalUrl } from '#domain/notice/canonical-url.js';
import { LONGEST_ADDRESS, Recogniser, type Recognition } from '#domain/provider/recognise-address.js';
import type { RecognisablePlatform } from '#domain/provider/recognise-platform.js';
import { referenceFile } from './reference-file.js';

type Row = Recognition & { readonly address: string };
const ROWS = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/addresses.json', import.meta.url), 'utf8'),
) as Row[];
const platforms = referenceFile<RecognisablePlatform[]>('platforms.json');
const recogniser = new Recogniser(platforms);

describe('what an address turns out to be', () => {
  test.each(ROWS.map((row) => [row.address, row] as const))('%s', (address, row) => {
    const { address: _, ...wanted } = row;
    expect(recogniser.recognise(address)).toMatchObject(wanted);
  });

  test('is tried on more than 150 addresses, of every platform of the register that has a host', () => {
    expect(ROWS.length).toBeGreaterThan(150);
    const tried = new Set(ROWS.flatMap((row) => (row.is === 'ok' ? row.platform : [])));
    const untried = platforms.filter(({ code, hosts }) => hosts.length > 0 && !tried.has(code));
    expect(untried.map(({ code }) => code)).toEqual(['sidn']);
  });

  test('an address of 10,000 characters is too long, whatever it is', () => {
    const long = `https://www.instagram.com/p/${'a'.repeat(10_000)}`;
    expect(recogniser.recognise(long)).toEqual({ is: 'too-long', length: long.length, most: LONGEST_ADDRESS });
  });
});

describe('one canonical form', () => {
  const kept = ROWS.filter((row) => row.is === 'ok');

  test('is the one by which earlier notices and answers are found', () => {
    for (const { address, canonical } of kept)
      expect({ address, canonical: canonicalUrl(address) }).toEqual({ address, canonical });
  });

  test('stays as it is when it is made again', () => {
    for (const { canonical } of kept) expect(canonicalUrl(`https://${canonical}`)).toBe(canonical);
  });

  test('still tells the same platform, kind and identifier', () => {
    for (const { platform, contentType, identifier, canonical } of kept) {
      const scheme = platform === 'practice' ? 'http' : 'https';
      expect(recogniser.recognise(`${scheme}://${canonical}`)).toMatchObject({ platform, contentType, identifier });
    }
  });
});
