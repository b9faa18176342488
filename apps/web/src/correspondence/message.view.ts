import type { Message } from '#domain/correspondence/message.js';
import { classOf } from '#domain/outcome/outcome-code.js';

/** A message as its page shows it; everything in it comes from outside and is shown as text. */
export function messageView(message: Message) {
  const { id, digest, size, state, trouble, receivedAt, receivedSource, handledAt, handledAs, version } = message;
  const { from = '', to = '', subject = '', messageId = null, text = '', attachments = [] } = message.summary ?? {};
  return {
    ...{ id, digest, size, state, trouble, receivedAt, receivedSource, handledAt, handledAs, version },
    ...{ from, to, subject, messageId, text, attachments },
    defects: message.summary?.defects ?? [],
    understood: message.summary !== null,
    reading: readingView(message),
    how: howOf(message),
  };
}

function readingView({ reading }: Message) {
  if (reading === null) return null;
  const { meaning, outcome, reference, language, confidence, because } = reading;
  const standing = outcome === null || outcome === 'mixed' ? null : classOf(outcome);
  return { ...{ meaning, outcome, standing, reference, language, because }, sureness: confidence * 100 };
}

/** By which clue it came to its notice; `person` where somebody said so, against or beside the machine. */
function howOf({ noticeId, match }: Message): string {
  if (noticeId !== null && match?.noticeId !== noticeId) return 'person';
  if (noticeId === null && match !== null && match.noticeId !== null) return 'person-none';
  return match?.how ?? 'none';
}

const HEADERS_END = /\r?\n\r?\n/;

/** The lines above the text of a mail, from its first bytes, as they came. */
export const headersIn = (beginning: Uint8Array): string => textOf(beginning).split(HEADERS_END, 1)[0] ?? '';

/** Bytes as text that a page may show: what is no letter becomes a mark. */
export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('utf8')
    // eslint-disable-next-line no-control-regex -- exactly those are taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');
