import { expect, test } from '@jest/globals';
import { domainOf, isMailAddress } from './mail-address.js';

test.each([
  'notices@practice.example',
  'meldpunt+0123abcd@desk.practice.example',
  "o'brien.x-y_z@sub-1.example.co",
  'a@localhost',
])('%s is one address', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

test.each([
  '',
  'nobody',
  '@example.org',
  'a@',
  'a@b@example.org',
  'a@example.org, b@example.org',
  'a@example.org;b@example.org',
  'a,b@example.org',
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org\n',
  ' a@example.org',
  '<a@example.org>',
  'a@example.org>',
  'Name <a@example.org>',
  '"a b"@example.org',
  'a(comment)@example.org',
  'group: a@example.org;',
  'a..b@example.org',
  '.a@example.org',
  'a@-example.org',
  'a@example..org',
  'a@[127.0.0.1]',
  'é@example.org',
  'a@exämple.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(250)}.org`,
])('%j is not one address', (address) => {
  expect(isMailAddress(address)).toBe(false);
});

test('the domain of an address is what stands after the @, in small letters', () => {
  expect(domainOf('meldpunt+abc@Desk.Practice.EXAMPLE')).toBe('desk.practice.example');
});
