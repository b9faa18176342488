import { describe, expect, test } from '@jest/globals';
import { Recogniser } from './recognise-address.js';
import { commonPlatform, judgeAddresses, keptOf, platformsOf, refusedOf } from './recognise-lines.js';
import { typedAddresses } from './typed-addresses.js';

const recogniser = new Recogniser([
  { code: 'instagram', hosts: ['instagram.com'] },
  { code: 'tiktok', hosts: ['tiktok.com'] },
]);
const judge = (text: string) => judgeAddresses(typedAddresses(text), recogniser);
const standing = (text: string) => judge(text).map(({ line, is }) => `${line} ${is}`);

describe('addresses somebody pasted', () => {
  test('stand on lines of their own, or several on a line, with their line remembered', () => {
    const text = 'https://a.example/1\r\n\r\nhttps://a.example/2, https://a.example/3,4\n';
    expect(typedAddresses(text).map(({ line, text: one }) => [line, one])).toEqual([
      [1, 'https://a.example/1'],
      [3, 'https://a.example/2'],
      [3, 'https://a.example/3,4'],
    ]);
  });

  test('stand in a CSV with where on the page', () => {
    const text = '\ufeffurl;locator\nhttps://a.example/1?a=1,2;"0:12, ""links"""\n\nhttps://a.example/2;';
    expect(typedAddresses(text).map(({ text: one, locator }) => [one, locator])).toEqual([
      ['https://a.example/1?a=1,2', '0:12, "links"'],
      ['https://a.example/2', ''],
    ]);
  });

  test('are each told what they are', () => {
    const text = [
      ...['https://www.instagram.com/p/abc/', 'https://m.instagram.com/p/abc?igsh=1', 'https://bit.ly/abc'],
      ...['https://instagram.com.evil.example/', 'https://forum.example/1', 'ftp://a.example/1'],
      ...['http://192.168.0.1/foto', 'https://a.example/\u200b1', `https://a.example/${'a'.repeat(10_000)}`],
    ].map((one) => one.replace('\u200b', '\u202e'));
    expect(standing(text.join('\n'))).toEqual([
      ...['1 ok', '2 duplicate', '3 short-link', '4 look-alike', '5 unknown-platform', '6 not-http'],
      ...['7 private-address', '8 invisible-character', '9 too-long'],
    ]);
    expect(keptOf(judge(text.join('\n'))).map(({ line }) => line)).toEqual([1, 3, 4, 5]);
    expect(refusedOf(judge(text.join('\n'))).map(({ line }) => line)).toEqual([6, 7, 8, 9]);
  });

  test('lose what nobody sees in them, and say what that was; what turns them over is refused', () => {
    const [clean] = judge('\u00a0https://forum.example/\u200bfoto\u200b');
    expect([clean!.text, clean!.is, clean!.removed]).toEqual([
      'https://forum.example/foto',
      'unknown-platform',
      ['U+200B'],
    ]);
    expect(standing('https://forum.example/\u202egpj.1')).toEqual(['1 invisible-character']);
  });

  test('stand in a CSV whose columns are in any order, with the day they were put there', () => {
    const text = [
      'geplaatst;adres',
      '21-11-2025;https://a.example/1',
      ';https://a.example/2',
      '2025-02-30;https://a.example/3',
    ];
    expect(typedAddresses(text.join('\n')).map(({ line, postedOn, fault }) => [line, postedOn, fault])).toEqual([
      [2, '2025-11-21', null],
      [3, null, null],
      [4, null, 'posted-unclear'],
    ]);
  });

  test('have their faulty rows named by line', () => {
    const text = [
      'url,locator',
      'https://a.example/1,"open',
      ',zonder adres',
      `https://a.example/2,${'x'.repeat(201)}`,
    ];
    const refused = refusedOf(judge(text.join('\n')));
    expect(refused.map(({ line, is, fault }) => [line, is, fault])).toEqual([
      [2, 'row-fault', 'quote-open'],
      [3, 'row-fault', 'address-missing'],
      [4, 'row-fault', 'locator-too-long'],
    ]);
  });

  test('that are called by a header of one column keep their commas', () => {
    expect(typedAddresses('url\nhttps://a.example/1,2;3').map(({ text }) => text)).toEqual(['https://a.example/1,2;3']);
  });

  test('name every platform they are on', () => {
    const kept = keptOf(
      judge('https://tiktok.com/@a https://instagram.com/p/a https://forum.example/ https://tiktok.com/@b'),
    );
    expect(platformsOf(kept)).toEqual(['tiktok', 'instagram']);
  });

  test('agree on a platform only where every one of them tells the same', () => {
    const common = (text: string) => commonPlatform(keptOf(judge(text)));
    expect(common('https://instagram.com/p/a https://instagram.com/p/b')).toBe('instagram');
    expect(common('https://instagram.com/p/a https://tiktok.com/@a')).toBeNull();
    expect(common('https://instagram.com/p/a https://forum.example/1')).toBeNull();
    expect(common('')).toBeNull();
  });

  test('are 500 at once', () => {
    const text = Array.from({ length: 500 }, (_, n) => `https://www.instagram.com/p/abc${n}/`).join('\n');
    expect(keptOf(judge(text))).toHaveLength(500);
  });
});
