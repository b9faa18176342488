import { describe, expect, test } from '@jest/globals';
import { uuid } from '#test/builders/uuid.js';
import { AccessToken } from './access-token.js';

const AT = new Date('2026-11-21T12:00:00Z');
const IDENTITY = { id: uuid(1), userId: uuid(2), digest: 'a'.repeat(64) };
const WISH = { name: ' Statistiek ', scopes: ['figures:read'], days: 30 };

describe('a personal access token', () => {
  test('is good until its day, and no longer', () => {
    const token = AccessToken.make(IDENTITY, WISH, AT);
    expect(token.name).toBe('Statistiek');
    expect(token.isGood(new Date('2026-12-21T11:59:59Z'))).toBe(true);
    expect(token.isGood(new Date('2026-12-21T12:00:00Z'))).toBe(false);
  });

  test('is worth nothing once revoked, and is revoked once', () => {
    const token = AccessToken.make(IDENTITY, WISH, AT);
    expect(token.revoke(AT)).toMatchObject({ kind: 'token-revoked', subject: 'token', facts: { userId: uuid(2) } });
    expect(token.isGood(AT)).toBe(false);
    expect(() => token.revoke(AT)).toThrow(expect.objectContaining({ code: 'token.revoked' }));
  });

  test('says in the log what it may do and until when, never its name', () => {
    const { facts } = AccessToken.make(IDENTITY, WISH, AT).announce();
    expect(facts).toEqual({ userId: uuid(2), scopes: ['figures:read'], endsAt: '2026-12-21T12:00:00.000Z' });
  });

  test.each([
    ['token.name-missing', { name: '  ' }],
    ['token.name-missing', { name: 'x'.repeat(61) }],
    ['token.scope-missing', { scopes: [] }],
    ['token.scope-unknown', { scopes: ['everything'] }],
    ['token.days-out-of-range', { days: 0 }],
    ['token.days-out-of-range', { days: 366 }],
    ['token.days-out-of-range', { days: 1.5 }],
  ])('is refused as %s when asked for with %j', (code, wrong) => {
    expect(() => AccessToken.make(IDENTITY, { ...WISH, ...wrong }, AT)).toThrow(expect.objectContaining({ code }));
  });
});
