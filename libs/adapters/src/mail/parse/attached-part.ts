import type { AttachmentStream } from 'mailparser';
import type { AttachedFile } from '#domain/correspondence/parsed-mail.js';
import { decodeBytes, withoutControls } from './header-text.js';
import { LIMITS } from './limits.js';

/** An attached part: what we keep of it, and its text when it is a machine report. */
export interface SplitPart {
  readonly file: AttachedFile;
  readonly report: string | null;
}

const REPORTS = /^(message\/|text\/rfc822-headers|text\/calendar)/;

/** Reads a part to its end, keeping its digest and, of machine reports, the first 256 KB. */
export function attachmentOf(part: AttachmentStream, done: (part: SplitPart) => void): void {
  const type = (part.contentType ?? 'application/octet-stream').toLowerCase();
  const kept: Buffer[] = [];
  let size = 0;
  part.content.on('data', (chunk: Buffer) => {
    if (REPORTS.test(type) && size < LIMITS.report) kept.push(chunk);
    size += chunk.length;
  });
  part.content.on('end', () => {
    const report = REPORTS.test(type) ? decodeBytes(Buffer.concat(kept), 'utf-8').replaceAll('\r\n', '\n') : null;
    const sha256 = (part as { checksum?: string }).checksum ?? '';
    done({ file: { name: withoutControls(part.filename ?? ''), type, size, sha256 }, report });
    part.release();
  });
}
