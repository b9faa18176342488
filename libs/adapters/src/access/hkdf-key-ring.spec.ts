import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HkdfKeyRing, keyRingOf } from './hkdf-key-ring.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seinpost-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('a purpose has the 32 bytes of HKDF with SHA-256, always the same', () => {
  const ring = new HkdfKeyRing(new Uint8Array(32).fill(11));
  // RFC 5869 worked out by hand: HMAC(salt, key), then HMAC(that, purpose ‖ 1)
  expect(hex(ring.derive('audit anchors'))).toBe('84535b19dcd670f8cd8d140c21239033e06620dacdc4bd539526c2278dbae8fa');
  expect(hex(ring.derive('search terms'))).not.toBe(hex(ring.derive('audit anchors')));
});

test('a practice desk makes its own key once, for its owner only, and keeps no half of one', () => {
  const first = keyRingOf({ kind: 'practice', var: folder }).derive('purpose');
  expect(keyRingOf({ kind: 'practice', var: folder }).derive('purpose')).toEqual(first);
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['key']);
});

test('four processes that need it at once get the same key', async () => {
  const program = `import { keptKey } from ${JSON.stringify(join(import.meta.dirname, '..', 'files', 'kept-key.js'))};
    process.once('message', () => { process.send(Buffer.from(keptKey(${JSON.stringify(folder)})).toString('hex'));
    process.disconnect(); }); process.send('here');`;
  const file = join(folder, 'ask.mjs');
  writeFileSync(file, program);
  const children = [1, 2, 3, 4].map(() => fork(file, { execArgv: [] }));
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))));
  const keys = children.map((child) => new Promise<unknown>((resolve) => child.once('message', resolve)));
  for (const child of children) child.send('now');
  const got = await Promise.all(keys);
  const kept = Buffer.from(readFileSync(join(folder, 'key'), 'utf8').trim(), 'base64url').toString('hex');
  expect(got).toEqual([kept, kept, kept, kept]);
});

test('a key that was given is used instead, and a spoilt file is told of, not replaced', () => {
  const given = new Uint8Array(32).fill(7);
  expect(keyRingOf({ kind: 'practice', key: given, var: folder }).derive('x')).toEqual(
    new HkdfKeyRing(given).derive('x'),
  );
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'key'), 'spoilt');
  expect(() => keyRingOf({ kind: 'practice', var: folder })).toThrow(/does not hold a key/);
});

test('a live desk never makes one: it says what to do', () => {
  const ring = keyRingOf({ kind: 'live', var: folder });
  expect(() => ring.derive('anything')).toThrow(/"seinpost key new".*SEINPOST_KEY_FILE/);
  expect(readdirSync(folder)).toEqual([]);
});
