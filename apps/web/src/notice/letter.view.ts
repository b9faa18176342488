import { leavingFiles } from '#adapters/letters/mail-enclosures.js';
import type { Letter } from '#domain/correspondence/letter.js';

/** Of a mail with files so many bytes are shown as they are; the rest is files in letters and digits. */
const MOST_SHOWN = 100_000;

/** A letter as a page shows it: the bytes that will leave, as text, and what matters of them apart. */
export async function letterView(letter: Letter) {
  const { digest, sender, recipient, subject, text, bytes, renderedAt, messageId } = letter;
  return {
    ...{ digest, sender, recipient, subject, text, renderedAt, messageId },
    isForm: letter.format === 'form-sheet',
    size: bytes.byteLength,
    raw: Buffer.from(bytes.subarray(0, MOST_SHOWN)).toString('utf8'),
    left: Math.max(0, bytes.byteLength - MOST_SHOWN),
    files: await leavingFiles(letter),
  };
}
