import type { Response } from 'express';

/** A file the desk hands over. */
export interface DeskFile {
  /** Name the person's computer gets to see; made safe here, whatever it is. */
  readonly name: string;
  /** Media type of what may be shown inside a page; everything else is handed over. */
  readonly shownAs?: string;
  /** Media type of what is handed over; unknown bytes unless we made them ourselves. */
  readonly type?: string;
  readonly bytes: Uint8Array;
}

/** What a browser may do with a file of ours, should it ever show one by itself: nothing. */
export const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Hands a file over: never run, never guessed at, never shown but for what may be. */
export function giveFile(response: Response, { bytes, ...file }: DeskFile): void {
  beginFile(response, file);
  response.end(Buffer.from(bytes));
}

/** The head of a file whose bytes follow piece by piece. */
export function beginFile(response: Response, { name, shownAs, type }: Omit<DeskFile, 'bytes'>): void {
  response.setHeader('Content-Security-Policy', FILE_POLICY);
  response.setHeader('Content-Type', shownAs ?? type ?? 'application/octet-stream');
  response.setHeader('Content-Disposition', disposition(shownAs ? 'inline' : 'attachment', name));
}

/** The header that names a file (RFC 6266): plain letters for every browser, the rest encoded beside it. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const safe = safeFileName(name);
  const plain = safe.replaceAll(/[^\x20-\x7e]|[%"\\]/g, '_');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return plain === safe ? `${kind}; filename="${plain}"` : `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Names that mean a device on Windows, with or without an ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i;
const LONGEST = 120;

/** A name without folders, controls, signs a file system reserves, or text that reads backwards; never empty. */
export function safeFileName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c\u2216]/g, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const short = shortened(tidy);
  return short === '' ? 'file' : DEVICES.test(short) ? `_${short}` : short;
}

/** The ending says what it is, so it stays. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, LONGEST - ending.length).join('') + ending;
}
