// RFC 5322 (header block) and RFC 2046 (multipart) by hand: a library would draw its boundaries and ids at random.
import { encodeBody, encodeHeader, type Charset, type TransferEncoding } from './encoding.js';

export type Header = readonly [name: string, value: string];

/** Part of a mail: its own headers and its body as a string of bytes (latin1). */
export interface Part {
  readonly headers: readonly Header[];
  readonly body: string;
}

/** A mail ready to leave: bytes, envelope, and by what it is known. */
export interface ReadyMail {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly messageId: string;
  readonly subject: string;
}

/** RFC 5322 date in UTC. */
export function mailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}

export function textPart(
  type: string,
  text: string,
  { charset = 'utf-8', encoding = 'quoted-printable' }: { charset?: Charset; encoding?: TransferEncoding } = {},
): Part {
  return {
    headers: [
      ['Content-Type', `${type}; charset=${charset}`],
      ['Content-Transfer-Encoding', encoding],
    ],
    body: encodeBody(text, charset, encoding),
  };
}

export function multipart(kind: string, boundary: string, parts: readonly Part[]): Part {
  const inner = parts.map((part) => `--${boundary}\r\n${headerBlock(part.headers)}\r\n\r\n${part.body}\r\n`).join('');
  return { headers: [['Content-Type', `multipart/${kind}; boundary="${boundary}"`]], body: `${inner}--${boundary}--` };
}

/** The whole mail as bytes. Header values are encoded here; line breaks in them are taken out. */
export function assemble(headers: readonly Header[], content: Part): Buffer {
  const encoded = headers.map(([name, value]): Header => [name, encodeHeader(value.replace(/[\r\n]+/g, ' '))]);
  const block = headerBlock([...encoded, ['MIME-Version', '1.0'], ...content.headers]);
  return Buffer.from(`${block}\r\n\r\n${content.body}\r\n`, 'latin1');
}

function headerBlock(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${fold(value)}`).join('\r\n');
}

/** Folds at spaces beyond 76 characters; encoded words arrive folded already. */
function fold(value: string): string {
  if (value.includes('\r\n') || value.length <= 76) return value;
  const lines: string[] = [''];
  for (const word of value.split(' ')) {
    const last = lines.length - 1;
    if (`${lines[last]} ${word}`.length > 76 && lines[last]) lines.push(word);
    else lines[last] = lines[last] ? `${lines[last]} ${word}` : word;
  }
  return lines.join('\r\n ');
}
