import { describe, expect, test } from '@jest/globals';
import { RuleViolation } from '../rule-violation.js';
import { newHost } from './new-host.js';

const OTHERS = [
  { code: 'instagram', name: 'Instagram', hosts: ['instagram.com'] },
  { code: 'forum', name: 'Forum', hosts: ['forum.example'] },
];

const codeOf = (typed: string): string => {
  try {
    return newHost(typed, OTHERS);
  } catch (fault) {
    if (fault instanceof RuleViolation) return fault.code;
    throw fault;
  }
};

describe('the host of a new site', () => {
  test.each([
    ['nieuw.example', 'nieuw.example'],
    ['  WWW.Nieuw.Example. ', 'nieuw.example'],
    ['https://nieuw.example/pad?x=1#y', 'nieuw.example'],
    ['http://m.nieuw.example', 'm.nieuw.example'],
    ['nieuw.example/gebruiker/12', 'nieuw.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('typed as %j is %s', (typed, host) => {
    expect(codeOf(typed)).toBe(host);
  });

  test.each([
    ['instagram.com', 'host-known'],
    ['https://www.instagram.com/p/abc', 'host-known'],
    ['nl.forum.example', 'host-known'],
    ['instаgram.com', 'host-look-alike'],
    ['xn--instgram-46g.com', 'host-look-alike'],
    ['instagram.com.nieuw.example', 'host-look-alike'],
    ['lnstagram.com', 'host-look-alike'],
    ['forum.example.nl', 'host-look-alike'],
    ['https://instagram.com@nieuw.example', 'host-look-alike'],
    ['bit.ly', 'host-short-link'],
    ['localhost', 'host-private'],
    ['http://10.0.0.7/', 'host-private'],
    ['[::1]', 'host-private'],
    ['desk.internal', 'host-private'],
    ['nl', 'host-private'],
    ['nie\u200buw.example', 'host-unseen'],
    ['\u202enieuw.example', 'host-unseen'],
    ['nieuw.example:8443', 'host-unreadable'],
    ['ftp://nieuw.example', 'host-unreadable'],
    ['javascript:alert(1)', 'host-unreadable'],
    ['nieuw example', 'host-unreadable'],
    ['', 'host-unreadable'],
    ['co.uk', 'host-too-wide'],
    ['com.au', 'host-too-wide'],
    [`${'a'.repeat(10_000)}.example`, 'host-too-long'],
    [`${'a.'.repeat(200)}example`, 'host-too-long'],
  ])('typed as %j is refused as %s', (typed, rule) => {
    expect(codeOf(typed)).toBe(`platform.${rule}`);
  });
});
