import { expect, test } from '@jest/globals';
import { storable } from './storable.js';

test('what no database can keep is shown as the replacement character, however deep', () => {
  const hostile = { text: 'a\u0000b', list: ['\ud800', { cut: 'x\ud83d' }, '\udc00y'], n: 1, no: null, yes: true };
  expect(storable(hostile)).toEqual({
    ...{ text: 'a\ufffdb', list: ['\ufffd', { cut: 'x\ufffd' }, '\ufffdy'] },
    ...{ n: 1, no: null, yes: true },
  });
});

test('everything else stays as it is', () => {
  const whole = { text: 'é “x” \u{1f600} \t\r\n \u2028 \u202e', list: [] };
  expect(storable(whole)).toEqual(whole);
});
