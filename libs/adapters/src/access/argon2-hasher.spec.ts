import { expect, test } from '@jest/globals';
import { Argon2Hasher, STANDARD } from './argon2-hasher.js';
import { digestOf, newSecret } from './secret.js';

const quick = new Argon2Hasher({ memory: 64, passes: 1, lanes: 1 });

test('a password matches its own hash and no other, and the hash tells how it was made', async () => {
  const hash = await quick.hash('een lange zin');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await quick.matches('een lange zin', hash)).toBe(true);
  expect(await quick.matches('een lange zin.', hash)).toBe(false);
  expect(await quick.hash('een lange zin')).not.toBe(hash);
});

test('the same letters typed another way are the same password', async () => {
  expect(await quick.matches('cafe\u0301 met koffie', await quick.hash('caf\u00e9 met koffie'))).toBe(true);
});

test('a known hash of RFC 9106 form made elsewhere is understood', async () => {
  const standard = new Argon2Hasher();
  const hash = await quick.hash('een lange zin');
  expect(await standard.matches('een lange zin', hash)).toBe(true);
  expect(standard.isOutdated(hash)).toBe(true);
  expect(quick.isOutdated(hash)).toBe(false);
});

test('nobody has no password, not even an empty one', async () => {
  expect(await quick.matches('', null)).toBe(false);
});

test('the standard is above what OWASP asks at least', () => {
  expect(STANDARD.memory * STANDARD.passes).toBeGreaterThanOrEqual(19 * 1024 * 2);
});

test('a secret has 256 bits and only its digest need be kept', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  expect([...secrets].every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
  expect(digestOf('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
