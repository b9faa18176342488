import { describe, expect, test } from '@jest/globals';
import { parseWebAddress } from '../notice/canonical-url.js';
import { KnownHosts, readHostPattern } from './recognise-platform.js';

const platforms = [
  { code: 'instagram', hosts: ['instagram.com', 'instagr.am'] },
  { code: 'youtube', hosts: ['youtube.com', 'youtu.be'] },
  { code: 'google-search', hosts: ['google.com/search'] },
  { code: 'google-maps', hosts: ['google.com/maps', 'maps.google.com'] },
  { code: 'google-play', hosts: ['play.google.com'] },
  { code: 'x', hosts: ['x.com'] },
  { code: 'practice', hosts: ['127.0.0.1:3301', 'localhost:3301'] },
  { code: 'hoster', hosts: [] },
];
type Known = readonly { readonly code: string; readonly hosts: readonly string[] }[];
const recognise = (text: string, among: Known = platforms) => {
  const url = parseWebAddress(text);
  return url ? new KnownHosts(among).platformAt(url) : null;
};

describe('an address tells which platform it is on', () => {
  test.each([
    ['https://instagram.com/p/abc', 'instagram'],
    ['https://www.instagram.com/p/abc/?igsh=1#x', 'instagram'],
    ['http://m.instagram.com/p/abc', 'instagram'],
    ['https://mobile.instagram.com/p/abc', 'instagram'],
    ['HTTPS://WWW.INSTAGRAM.COM/p/abc', 'instagram'],
    ['https://www.instagram.com./p/abc', 'instagram'],
    ['https://instagram.com:443/p/abc', 'instagram'],
    ['https://youtu.be/abc?t=12', 'youtube'],
    ['https://x.com/practice/status/1', 'x'],
  ])('%s', (url, code) => expect(recognise(url)).toBe(code));

  test('the first part of the path may decide', () => {
    expect(recognise('https://www.google.com/search?q=abc')).toBe('google-search');
    expect(recognise('https://www.google.com/maps/place/abc')).toBe('google-maps');
    expect(recognise('https://maps.google.com/?cid=1')).toBe('google-maps');
    expect(recognise('https://www.google.com/searching')).toBeNull();
    expect(recognise('https://docs.google.com/document/d/1')).toBeNull();
  });

  test('the practice platform is known by host and port together', () => {
    expect(recognise('http://127.0.0.1:3301/posts/1')).toBe('practice');
    expect(recognise('http://localhost:3301/posts/1')).toBe('practice');
    expect(recognise('http://127.0.0.1:3302/posts/1')).toBeNull();
    expect(recognise('http://127.0.0.1/posts/1')).toBeNull();
    expect(recognise('https://instagram.com:8443/p/abc')).toBeNull();
  });

  test('the longest pattern answers, in whatever order the platforms come', () => {
    const two = [
      { code: 'whole', hosts: ['example.org'] },
      { code: 'part', hosts: ['shop.example.org'] },
    ];
    expect(recognise('https://shop.example.org/1', two)).toBe('part');
    expect(recognise('https://shop.example.org/1', two.toReversed())).toBe('part');
    expect(recognise('https://www.example.org/1', two)).toBe('whole');
  });
});

describe('a look-alike is no platform', () => {
  test.each([
    'https://notinstagram.com/p/abc',
    'https://instagram.com.evil.example/p/abc',
    'https://instagram.com@evil.example/p/abc',
    'https://evil.example/instagram.com/p/abc',
    'https://evil.example/?u=https://instagram.com/p/abc',
    'https://instagram-com.example/p/abc',
    'https://instаgram.com/p/abc',
    'https://netflix.com/title/1',
    'ftp://instagram.com/p/abc',
    'javascript:instagram.com',
    'instagram.com/p/abc',
    '',
  ])('%s', (url) => expect(recognise(url)).toBeNull());
});

describe('a host pattern', () => {
  test('is a host, a host with a port, or a host with the first part of a path', () => {
    expect(readHostPattern('x.com')).toEqual({ host: 'x.com', port: '', path: '' });
    expect(readHostPattern('127.0.0.1:3301')).toEqual({ host: '127.0.0.1', port: '3301', path: '' });
    expect(readHostPattern('google.nl/maps')).toEqual({ host: 'google.nl', port: '', path: '/maps' });
  });

  test.each(['', '*.x.com', 'https://x.com', 'X.com', 'x..com', '.x.com', 'x.com.', 'x.com/', 'x.com:', 'x com'])(
    'is not "%s"',
    (pattern) => expect(readHostPattern(pattern)).toBeNull(),
  );
});
