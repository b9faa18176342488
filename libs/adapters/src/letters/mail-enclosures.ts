import { simpleParser, type Attachment } from 'mailparser';
import { createHash } from 'node:crypto';
import type { Letter } from '#domain/correspondence/letter.js';
import { NOTICE_FILE } from './notice-document.js';

/** A file that leaves with a letter. */
export interface LeavingFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

type Mailed = Pick<Letter, 'format' | 'bytes'>;

/** The files in a letter, read from the very bytes that will leave; a letter that is no mail has none. */
export async function leavingFiles(letter: Mailed): Promise<LeavingFile[]> {
  return (await attachedTo(letter)).map(({ filename = '', contentType, content }) => ({
    ...{ name: filename, mediaType: contentType, size: content.byteLength },
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
}

/** The document that leaves with a mailed notice, or null where none does. */
export async function noticeDocumentIn(letter: Mailed): Promise<object | null> {
  const [first] = await attachedTo(letter);
  return first?.filename === NOTICE_FILE ? (JSON.parse(first.content.toString('utf8')) as object) : null;
}

async function attachedTo({ format, bytes }: Mailed): Promise<Attachment[]> {
  if (format !== 'mail') return [];
  return (await simpleParser(Buffer.from(bytes), { skipHtmlToText: true, skipTextToHtml: true })).attachments;
}
