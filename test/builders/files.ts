/** Small files that are what they say, made here byte for byte. */
const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const chunk = (kind: string, content: Uint8Array = Buffer.alloc(0)): Uint8Array => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return bytes(length, kind, content, [0, 0, 0, 0]);
};

/** A PNG of so many bytes of pixels; its checksums are not looked at. */
export const aPng = (pixels = 20, fill = 7): Uint8Array =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('IDAT', Buffer.alloc(pixels, fill)),
    chunk('IEND'),
  );

/** A JPEG with one segment, a scan with a stuffed byte and a restart in it, and its end. */
export const aJpeg = (): Uint8Array =>
  bytes([0xff, 0xd8, 0xff, 0xe0, 0, 6], 'JFIF', [0xff, 0xda, 0, 4, 1, 2, 9, 0xff, 0, 8, 0xff, 0xd3, 7, 0xff, 0xd9]);

export const aWebp = (): Uint8Array => bytes('RIFF', [24, 0, 0, 0], 'WEBPVP8L', [12, 0, 0, 0], Buffer.alloc(12, 3));

export const aPdf = (inside = ''): Uint8Array =>
  bytes('%PDF-1.7\n1 0 obj << /Type /Catalog ', inside, ' >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

export const anMp4 = (): Uint8Array =>
  bytes(
    [0, 0, 0, 16],
    'ftypisom',
    [0, 0, 2, 0],
    [0, 0, 0, 12],
    'moov',
    [1, 2, 3, 4],
    [0, 0, 0, 12],
    'mdat',
    [5, 6, 7, 8],
  );

export const aText = (words = 'Wat er stond, letter voor letter: “schrijf ik het hier?”\n'): Uint8Array =>
  Buffer.from(words);

/** The beginning of a packed file, whatever its name. */
export const aZip = (): Uint8Array => bytes('PK\x03\x04', Buffer.alloc(60, 0));
