import { simpleParser } from 'mailparser';
import { createHash } from 'node:crypto';
import type { Letter } from '#domain/correspondence/letter.js';

/** A file that leaves with a letter. */
export interface LeavingFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** The files in a letter, read from the very bytes that will leave; a letter that is no mail has none. */
export async function leavingFiles({ format, bytes }: Pick<Letter, 'format' | 'bytes'>): Promise<LeavingFile[]> {
  if (format !== 'mail') return [];
  const { attachments } = await simpleParser(Buffer.from(bytes), { skipHtmlToText: true, skipTextToHtml: true });
  return attachments.map(({ filename = '', contentType, content }) => ({
    ...{ name: filename, mediaType: contentType, size: content.byteLength },
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
}
