import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HkdfKeyRing, practiceKeyRing } from './hkdf-key-ring.js';

const folder = mkdtempSync(join(tmpdir(), 'seinpost-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each purpose has a key of its own, the same every time, and none of them is the master', () => {
  const master = new Uint8Array(32).fill(7);
  const [ring, again] = [new HkdfKeyRing(master), new HkdfKeyRing(master)];
  expect(ring.derive('one')).toEqual(again.derive('one'));
  expect(ring.derive('one')).not.toEqual(ring.derive('two'));
  expect(ring.derive('one')).toHaveLength(32);
  expect(ring.derive('one')).not.toEqual(master);
});

test('a practice desk makes its master key once, for its owner only', () => {
  const first = practiceKeyRing(folder).derive('one');
  expect(practiceKeyRing(folder).derive('one')).toEqual(first);
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
});

test('a key cut short is refused, not stretched', () => {
  writeFileSync(join(folder, 'key'), 'dG9vIHNob3J0');
  expect(() => practiceKeyRing(folder)).toThrow('9 bytes');
});
