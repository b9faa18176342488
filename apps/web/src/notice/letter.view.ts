import type { Letter } from '#domain/correspondence/letter.js';

/** A letter as a page shows it: the bytes that will leave, as text, and what matters of them apart. */
export const letterView = ({ digest, sender, recipient, subject, text, bytes, renderedAt, messageId }: Letter) => ({
  ...{ digest, sender, recipient, subject, text, renderedAt, messageId },
  size: bytes.byteLength,
  raw: Buffer.from(bytes).toString('utf8'),
});
