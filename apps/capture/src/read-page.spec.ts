import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from './canonical.js';
import { withoutInlinePictures } from './mask.js';
import { cut } from './read-page.js';

describe('text that is cut', () => {
  test('stays whole when it fits', () => {
    expect(cut('één', 10)).toEqual({ text: 'één', isCut: false });
  });

  test('never ends in half a character', () => {
    for (let bytes = 1; bytes < 9; bytes += 1) {
      expect('kaas🧀é'.startsWith(cut('kaas🧀é', bytes).text)).toBe(true);
    }
    expect(cut('🧀🧀', 5)).toEqual({ text: '🧀', isCut: true });
  });
});

describe('a document without inline pictures', () => {
  test('keeps its words and loses its bytes', () => {
    const html = `<p>woord</p><img src="data:image/png;base64,AAAA"><b style="background:url('DATA:image/svg+xml,%3Csvg')">`;
    expect(withoutInlinePictures(html)).toBe(
      `<p>woord</p><img src="data:,withheld"><b style="background:url('data:,withheld')">`,
    );
  });

  test('loses long runs of base64 in scripts', () => {
    expect(withoutInlinePictures(`var a="${'Qk0x'.repeat(600)}";`)).toBe('var a="withheld";');
  });
});

test('canonical JSON sorts keys at every depth and keeps lists in order', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }, 2], A: undefined })).toBe('{"a":[{"c":"é","d":null},2],"b":1}');
});
