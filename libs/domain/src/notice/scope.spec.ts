import { describe, expect, test } from '@jest/globals';
import { regimeUnder, scopeOutcome, type Scope } from './scope.js';

const PUBLIC: Scope = { visibility: 'anyone', service: 'online-platform', area: 'inside', lawfulness: 'unlawful' };

describe('where a notice belongs', () => {
  test.each([
    [{}, { kind: 'article-22' }],
    [{ visibility: 'automatic-group' }, { kind: 'article-22' }],
    [{ service: 'small-platform' }, { kind: 'ordinary', because: 'small-platform' }],
    [{ service: 'hosting' }, { kind: 'ordinary', because: 'hosting' }],
    [{ visibility: 'one-to-one' }, { kind: 'not-reportable', because: 'private-conversation' }],
    [{ visibility: 'approved-group' }, { kind: 'not-reportable', because: 'closed-group' }],
    [{ lawfulness: 'harmful-lawful' }, { kind: 'not-reportable', because: 'harmful-lawful' }],
    [{ service: 'other' }, { kind: 'not-reportable', because: 'no-hosting' }],
    [{ area: 'outside' }, { kind: 'not-reportable', because: 'outside-area' }],
  ] as [Partial<Scope>, object][])('%j leads to %j', (but, outcome) => {
    expect(scopeOutcome({ ...PUBLIC, ...but })).toEqual(outcome);
  });

  test('decides under which rules a notice goes, but for those that are not of the DSA desk', () => {
    expect(regimeUnder({ ...PUBLIC, service: 'hosting' }, 'article-22')).toBe('ordinary');
    expect(regimeUnder(PUBLIC, 'ordinary')).toBe('article-22');
    expect(regimeUnder({ ...PUBLIC, service: 'hosting' }, 'ntd')).toBe('ntd');
    expect(regimeUnder(null, 'article-22')).toBe('article-22');
  });

  test('a private conversation stays private whatever else was answered', () => {
    const all: Scope = { visibility: 'one-to-one', service: 'hosting', area: 'outside', lawfulness: 'harmful-lawful' };
    expect(scopeOutcome(all)).toEqual({ kind: 'not-reportable', because: 'private-conversation' });
  });
});
