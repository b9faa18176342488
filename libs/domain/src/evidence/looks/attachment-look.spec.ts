import { describe, expect, test } from '@jest/globals';
import { aJpeg, anMp4, aPdf, aPng, aText, aWebp, aZip } from '#test/builders/files.js';
import type { AttachmentType } from '../attachment.js';
import { AttachmentLook } from './attachment-look.js';

/** What the look says of a file that comes in pieces of `size` bytes: its kind, or the rule it breaks. */
function seen(file: Uint8Array, size = file.length || 1): string {
  const look = new AttachmentLook(() => undefined);
  try {
    for (let at = 0; at < file.length; at += size) look.read(file.subarray(at, at + size));
    look.end();
    return look.type;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const with_ = (file: Uint8Array, behind: string): Uint8Array => Buffer.concat([file, Buffer.from(behind)]);

describe('a file from outside', () => {
  const KINDS: [AttachmentType, Uint8Array][] = [
    ['image/png', aPng()],
    ['image/jpeg', aJpeg()],
    ['image/webp', aWebp()],
    ['application/pdf', aPdf()],
    ['video/mp4', anMp4()],
    ['text/plain', aText()],
  ];

  test.each(KINDS)('is known by its bytes as %s, in whatever pieces it comes', (type, file) => {
    for (const size of [1, 3, 7, 16, 17, 1000]) expect(seen(file, size)).toBe(type);
  });

  test.each(KINDS.filter(([type]) => type !== 'text/plain'))('that is %s must be whole', (_type, file) => {
    for (const size of [1, 1000]) expect(seen(file.subarray(0, file.length - 2), size)).not.toMatch(/\//);
  });

  test.each(KINDS.filter(([type]) => type !== 'text/plain'))(
    'that is %s carries nothing behind its end',
    (_type, file) => {
      for (const size of [1, 1000]) {
        expect(seen(with_(file, '<script>alert(1)</script>'), size)).toMatch(/^attachment\.(more-behind|damaged)$/);
      }
    },
  );

  test('that is empty is refused', () => {
    expect(seen(new Uint8Array())).toBe('attachment.empty');
  });

  test.each([
    ['a packed file', aZip()],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1')],
    ['text that is no UTF-8', Buffer.from([0x61, 0xc3, 0x28, 0x62])],
    ['text with a character no text has', aText('a\0b and more of it behind')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0\0\0\0\0', 'latin1')],
  ])('that is %s is of no kind we take', (_what, file) => {
    for (const size of [1, 1000]) expect(seen(file, size)).toBe('attachment.kind-unknown');
  });

  test.each([
    '<!doctype html><p>hello',
    '  \n<html><body>',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    '<svg onload="alert(1)">',
    'words first\n<script>alert(1)</script>',
    `${'x'.repeat(9000)}<IFRAME src=x>`,
    '#!/bin/sh\nrm -rf /\n',
    'MIME-Version: 1.0\nContent-Type: multipart/related\n',
    'see javascript:alert(1)',
  ])('that a browser might run is refused: %j', (words) => {
    for (const size of [1, 5, 4096]) expect(seen(aText(words), size)).toBe('attachment.runs');
  });

  test.each(['/JavaScript (app.alert(1))', '/J#61vaScript (x)', '/Launch << >>', '/EmbeddedFiles 2 0 R'])(
    'that is a PDF which does something by itself is refused: %s',
    (inside) => {
      for (const size of [1, 5, 4096]) expect(seen(aPdf(inside), size)).toBe('attachment.runs');
    },
  );

  test('of 10 MB is taken, and of one byte more is not, before the rest is looked at', () => {
    expect(seen(aPng(10_000_000 - aPng(0).length), 65_536)).toBe('image/png');
    expect(seen(aPng(10_000_001 - aPng(0).length), 65_536)).toBe('attachment.too-large');
  });

  test('that claims parts without end is left in time', () => {
    const endless = Buffer.concat([
      aPng().subarray(0, 33),
      Buffer.alloc(400_000).fill('\0\0\0\0tEXt\0\0\0\0', 'latin1'),
    ]);
    expect(seen(endless, 65_536)).toBe('attachment.damaged');
  });
});
