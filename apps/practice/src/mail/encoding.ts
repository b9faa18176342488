// RFC 2045 §6.7–6.8 (quoted-printable, base64) and RFC 2047 (words in headers), written out so that the bytes are repeatable.

export type Charset = 'utf-8' | 'windows-1252';
export type TransferEncoding = 'quoted-printable' | 'base64' | '8bit';

/** Bytes of a text; what windows-1252 cannot say becomes a question mark. */
export function bytesOf(text: string, charset: Charset): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.from(Array.from(text, (character) => WINDOWS_1252[character] ?? latin(character)));
}

/** The body of a part as a string of bytes (latin1), lines ended by CRLF. */
export function encodeBody(text: string, charset: Charset, encoding: TransferEncoding): string {
  const bytes = bytesOf(text.replace(/\r?\n/g, '\r\n'), charset);
  if (encoding === 'base64') return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
  return encoding === '8bit' ? bytes.toString('latin1') : quotedPrintable(bytes);
}

/** A header's text: as it is when ASCII, else as encoded words of at most 75 characters. */
export function encodeHeader(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const chunks: string[] = [''];
  for (const character of text) {
    const last = chunks.length - 1;
    if (Buffer.byteLength(`${chunks[last]}${character}`) > 42) chunks.push(character);
    else chunks[last] += character;
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ');
}

function quotedPrintable(bytes: Buffer): string {
  return bytes.toString('latin1').split('\r\n').map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  const lines: string[] = [''];
  Array.from(line).forEach((byte, index, all) => {
    const blankAtEnd = (byte === ' ' || byte === '\t') && index === all.length - 1;
    const written = /[\x20-\x3c\x3e-\x7e\t]/.test(byte) && !blankAtEnd ? byte : hex(byte);
    const last = lines.length - 1;
    if ((lines[last] ?? '').length + written.length > 75) lines.push(written);
    else lines[last] += written;
  });
  return lines.join('=\r\n');
}

const hex = (byte: string): string => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

function latin(character: string): number {
  const code = character.codePointAt(0) ?? 63;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 63;
}

/** The places of windows-1252 that differ from ISO 8859-1 and that our letters can need. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};
