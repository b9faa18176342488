import { describe, expect, test } from '@jest/globals';
import { canonicalUrl, unwrapped } from './canonical-url.js';

describe('two spellings of one page', () => {
  test.each([
    ['https://www.platform.example/p/1/', 'http://platform.example/p/1'],
    ['https://m.platform.example/p/1?utm_source=x&fbclid=y#top', 'https://platform.example/p/1'],
    ['https://twitter.com/a/status/1', 'https://x.com/a/status/1?s=20'.replace('?s=20', '?ref_src=z')],
    ['https://youtu.be/Ab1?si=zz', 'https://www.youtube.com/watch?v=Ab1'],
    ['https://platform.example/caf%C3%A9', 'https://platform.example/café'],
    ['https://platform.example/a?b=2&a=1', 'https://platform.example/a?a=1&b=2'],
    ['hxxps://platform[.]example/p', 'https://platform.example/p'],
    ['https://PLATFORM.example:443/p', 'https://platform.example/p'],
  ])('%s is %s', (one, other) => {
    expect(canonicalUrl(one)).toBe(canonicalUrl(other));
  });

  test('pages that differ stay apart', () => {
    expect(canonicalUrl('https://platform.example/p/1')).not.toBe(canonicalUrl('https://platform.example/p/2'));
    expect(canonicalUrl('https://youtube.com/watch?v=A')).not.toBe(canonicalUrl('https://youtube.com/watch?v=B'));
    expect(canonicalUrl('https://platform.example/P')).not.toBe(canonicalUrl('https://platform.example/p'));
  });

  test('what is no address stays as it is', () => {
    expect(canonicalUrl(' comment 12 ')).toBe('comment 12');
    expect(canonicalUrl('javascript:alert(1)')).toBe('javascript:alert(1)');
  });
});

describe('an address behind a tracking link', () => {
  const page = 'https://platform.example/p/1?x=2';
  const coded = encodeURIComponent(page);
  test.each([
    `https://eur01.safelinks.protection.outlook.com/?url=${coded}&data=05`,
    `https://l.facebook.com/l.php?u=${coded}&h=AT0`,
    `https://www.google.com/url?q=${coded}&sa=D`,
    `https://click.mail.platform.example/ls/click?url=${coded}`,
    `https://urldefense.com/v3/__${page}__;!!abc`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__platform.example_p_1-3Fx-3D2&d=Dw`,
    `https://click.a.example/?url=${encodeURIComponent(`https://l.facebook.com/l.php?u=${coded}`)}`,
  ])('%s', (wrapped) => {
    expect(unwrapped(wrapped)).toBe(page);
  });

  test('an ordinary page that mentions another is left alone', () => {
    const archive = `https://archive.example/save?url=${coded}`;
    expect(unwrapped(archive)).toBe(archive);
    expect(unwrapped('https://www.google.com/search?q=https://platform.example/')).toBe(
      'https://www.google.com/search?q=https://platform.example/',
    );
  });
});
