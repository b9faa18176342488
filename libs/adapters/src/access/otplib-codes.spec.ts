import { expect, test } from '@jest/globals';
import { OtplibCodes } from './otplib-codes.js';

const codes = new OtplibCodes();
/** The secret of RFC 6238, appendix B: `12345678901234567890` in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('the code of second %i is that of RFC 6238', (second, code) => {
  const step = Math.floor(second / 30);
  expect(codes.codeOf(SECRET, step)).toBe(code);
  expect(codes.matches({ secret: SECRET, code }, step)).toBe(true);
  expect(codes.matches({ secret: SECRET, code }, step + 1)).toBe(false);
});

test('a code of another length is simply wrong', () => {
  expect(codes.matches({ secret: SECRET, code: '' }, 1)).toBe(false);
  expect(codes.matches({ secret: SECRET, code: '2870820' }, 1)).toBe(false);
});

test('a new secret has 160 bits, and an app can read where it belongs', () => {
  const secret = codes.newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(codes.newSecret()).not.toBe(secret);
  const address = new URL(codes.address(secret, 'collega@seinpost.test'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('Seinpost:collega@seinpost.test');
  expect(address.searchParams.get('secret')).toBe(secret);
});
