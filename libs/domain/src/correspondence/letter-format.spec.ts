import { expect, test } from '@jest/globals';
import { letterFormatOf } from './letter-format.js';

test.each([
  [{ kind: 'email', api: null }, 'mail'],
  [{ kind: 'web-form', api: null }, 'form-sheet'],
  [{ kind: 'portal', api: null }, 'form-sheet'],
  [{ kind: 'api', api: 'mastodon' }, 'mastodon-report'],
  [{ kind: 'api', api: 'bluesky' }, 'bluesky-report'],
] as const)('a letter for the channel %j is a %s', (channel, format) => {
  expect(letterFormatOf(channel)).toBe(format);
});

test('for an interface that nobody has built there is no letter', () => {
  expect(() => letterFormatOf({ kind: 'api', api: null })).toThrow('letter.none-for-channel');
});
