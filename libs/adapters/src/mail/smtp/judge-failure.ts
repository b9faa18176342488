// SMTP reply codes: RFC 5321 §4.2.1 (4yz transient, 5yz permanent).
import type { Carried } from '#application/correspondence/transport.js';

/** What nodemailer says of a failure. */
export interface SmtpFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Commands whose answer is about this letter and its recipient, not about our set-up. */
const ABOUT_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA'];

/** What a failure means for the delivery; `isOffered` says whether `body-offered` is on record. */
export function judgeFailure(failure: SmtpFailure, isOffered: boolean): Carried {
  const answer = wordsOf(failure);
  const isAnswered = ABOUT_THE_LETTER.includes(failure.command ?? '');
  const kind = isAnswered ? Math.floor((failure.responseCode ?? 0) / 100) : 0;
  if (kind === 4) return { end: 'deferred', answer };
  if (kind === 5 || isTooLarge(failure)) return { end: 'refused', answer };
  if (isOffered) return { end: 'lost', answer };
  return isOurSetUp(failure) ? { end: 'deferred', answer, isOurs: true } : { end: 'deferred', answer };
}

/** The server said at the start how large a letter may be (SIZE, RFC 1870), so it was not even offered. */
const isTooLarge = ({ code, command, responseCode }: SmtpFailure): boolean =>
  code === 'EMESSAGE' && command === 'MAIL FROM' && !responseCode;

const isOurSetUp = ({ code }: SmtpFailure): boolean => code === 'EAUTH' || code === 'ETLS' || code === 'EDNS';

/** The server's own words, else the code of the trouble; one line without control characters, as it is shown and kept. */
function wordsOf(failure: SmtpFailure): string {
  const words = failure.response ?? [failure.code, failure.message].filter(Boolean).join(' ');
  return words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 1000);
}
