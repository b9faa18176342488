import { expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Sealer } from './sealer.js';

const sealer = new Sealer(randomBytes(32));

test('a sealed text comes back for what it is about, and is never sealed the same way twice', () => {
  const sealed = sealer.seal('GEHEIM', 'totp/u1');
  expect(sealer.open(sealed, 'totp/u1')).toBe('GEHEIM');
  expect(sealed.includes('GEHEIM')).toBe(false);
  expect(sealer.seal('GEHEIM', 'totp/u1')).not.toEqual(sealed);
});

test('a sealed text that was changed, moved or sealed elsewhere does not open', () => {
  const sealed = sealer.seal('GEHEIM', 'totp/u1');
  expect(() => sealer.open(sealed, 'totp/u2')).toThrow();
  expect(() => new Sealer(randomBytes(32)).open(sealed, 'totp/u1')).toThrow();
  for (let n = 0; n < sealed.length; n += 1) {
    const changed = Buffer.from(sealed);
    changed[n]! ^= 1;
    expect(() => sealer.open(changed, 'totp/u1')).toThrow();
  }
});
