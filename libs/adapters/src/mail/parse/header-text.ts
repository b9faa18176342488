// RFC 5322 header unfolding and RFC 2047 encoded words.

const ENCODED_WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{1,10})?\?([bBqQ])\?([^?\s]{0,1000})\?=/g;
const ENCODED_GAP = /(\?=)[ \t\r\n]{1,200}(?==\?[\w.:+-]{1,40}\?[bBqQ]\?)/g;

/** Text of bytes in a named charset; an unknown name is read as UTF-8, else as Latin-1, and never throws. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  for (const name of [charset, 'utf-8']) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** Takes control characters out of a header's text, so that a decoded value can never start a new header line. */
export const withoutControls = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these characters are exactly what has to go
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** One raw header line (`binary` text with its folding) → name in lower case and decoded value. */
export function readHeaderLine(line: string): { readonly name: string; readonly value: string } | null {
  const colon = line.indexOf(':');
  if (colon < 1) return null;
  const raw = decodeBytes(Buffer.from(line.slice(colon + 1), 'latin1'), 'utf-8');
  return { name: line.slice(0, colon).trim().toLowerCase(), value: withoutControls(decodeWords(raw)) };
}

/** Decodes `=?charset?b|q?…?=` wherever it stands; white space between two such words disappears. */
export const decodeWords = (text: string): string =>
  text.replace(ENCODED_GAP, '$1').replace(ENCODED_WORD, (_all, charset: string, kind: string, body: string) => {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quotedBytes(body);
    return decodeBytes(bytes, charset);
  });

const quotedBytes = (body: string): Buffer =>
  Buffer.from(
    body
      .replaceAll('_', ' ')
      .replace(/=([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
