import { expect, test } from '@jest/globals';
import { replyAddress } from './reply-address.js';

test('answers to a letter come to the desk with the letter’s token as detail', () => {
  expect(replyAddress('desk@example.org', '0a1b')).toBe('desk+0a1b@example.org');
});

test.each([
  'desk@example.org, other@example.org',
  'Desk <desk@example.org>',
  'desk',
  'desk@example.org\r\nBcc: x@example.org',
])('%j is no desk address', (desk) => expect(() => replyAddress(desk, '0a1b')).toThrow('mail.address-malformed'));

test.each(['', 'a b', 'a@b', 'a+b', 'a\n', 'x'.repeat(70)])('%j is no token', (token) => {
  expect(() => replyAddress('desk@example.org', token)).toThrow('mail.detail-malformed');
});
