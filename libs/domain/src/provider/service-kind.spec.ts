import { expect, test } from '@jest/globals';
import { knownService } from './service-kind.js';

test.each([
  ['online-platform', false, { kind: 'known', service: 'online-platform' }],
  ['online-platform', null, { kind: 'known', service: 'online-platform' }],
  ['marketplace', true, { kind: 'known', service: 'small-platform' }],
  ['hosting', true, { kind: 'known', service: 'hosting' }],
  ['search-engine', false, { kind: 'depends', on: 'search-engine' }],
  ['messaging', false, { kind: 'depends', on: 'messaging' }],
  ['registrar', null, { kind: 'unknown' }],
] as const)('a %s whose exemption is %s is %j', (kind, section3Exempt, known) => {
  expect(knownService({ kind }, { section3Exempt })).toEqual(known);
});

test('a platform nobody named is unknown', () => {
  expect(knownService(undefined, undefined)).toEqual({ kind: 'unknown' });
});
