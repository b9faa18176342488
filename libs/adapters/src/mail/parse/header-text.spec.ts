import { expect, test } from '@jest/globals';
import { readHeaderLine } from './header-text.js';

test.each(['\r\n ', '\n ', '\r\n\t', ' '])('encoded words folded by %j are one text without a gap', (fold) => {
  const line = `Subject: =?UTF-8?B?UmU6IFtURi0yMDI2LTAwMDAwM10gTm90aWNlIG9mIGlsbGVnYWwgY29u?=${fold}=?UTF-8?Q?tent_=E2=80=93?=`;
  expect(readHeaderLine(line)).toEqual({ name: 'subject', value: 'Re: [TF-2026-000003] Notice of illegal content –' });
});
