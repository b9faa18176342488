import { canonicalUrl } from '../notice/canonical-url.js';
import { addressesIn } from './addresses.js';
import type { MessageMatch } from './message.js';
import type { ParsedMail } from './parsed-mail.js';
import { READ_LIMIT } from './quoted-text.js';
import { receiptNumber } from './receipt.js';
import { referenceOf } from './reference-read.js';
import { replyText } from './reply-text.js';

/** Everything in a mail that may say to which notice it belongs; to be looked up, nothing is decided yet. */
export interface Clues {
  /** Message-IDs it answers or sends back, with angle brackets. */
  readonly messageIds: readonly string[];
  /** Details of plus addresses it was sent to. */
  readonly tokens: readonly string[];
  /** Our own references, `TF-YYYY-NNNNNN`. */
  readonly references: readonly string[];
  readonly theirReferences: readonly string[];
  /** Words with a figure in them, in capitals: one may be the number that a form gave as its receipt. */
  readonly numbers: readonly string[];
  /** Canonical addresses (notice/canonical-url.ts). */
  readonly urls: readonly string[];
  /** Lower case, empty when there is no sender. */
  readonly senderDomain: string;
}

/** Ids of notices found for each kind of clue. */
export interface FoundNotices {
  readonly byMessageId: readonly string[];
  readonly byToken: readonly string[];
  readonly byReference: readonly string[];
  readonly byTheirReference: readonly string[];
  readonly byReceipt: readonly string[];
  /** Of open notices only. */
  readonly byUrl: readonly string[];
  /** Of those above, the notices whose platform writes from the sender's domain. */
  readonly fromPlatform: readonly string[];
}

/** How a match was made, strongest first. */
const KINDS = [
  { how: 'message-id', of: (found: FoundNotices) => found.byMessageId },
  { how: 'reply-token', of: (found: FoundNotices) => found.byToken },
  { how: 'our-reference', of: (found: FoundNotices) => found.byReference },
  { how: 'their-reference', of: (found: FoundNotices) => found.byTheirReference },
  { how: 'receipt-number', of: (found: FoundNotices) => found.byReceipt },
  { how: 'url', of: (found: FoundNotices) => found.byUrl },
] as const;
/** An address or a short number is not ours alone: it counts only when the platform's own domain wrote. */
const NEEDS_SENDER: readonly string[] = ['their-reference', 'receipt-number', 'url'];
/** Whom a mail was sent to, by header; several systems write the envelope address into one of these. */
const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to'];
const AT_MOST = 200;

/** The clues of one mail, each once; of our own references those in the subject count before those in the text. */
export function cluesOf(mail: ParsedMail): Clues {
  const text = `${mail.text.slice(0, READ_LIMIT)}\n${mail.htmlText.slice(0, READ_LIMIT)}`;
  const theirs = referenceOf(replyText(mail));
  return {
    messageIds: once([
      ...mail.inReplyTo,
      ...mail.references,
      mail.original?.messageId ?? '',
      ...returnedIds(mail, text),
    ]),
    tokens: once(RECIPIENTS.flatMap((name) => tokensIn((mail.headers[name] ?? []).join(' ')))),
    references: ownReferences(mail, text),
    theirReferences: theirs === null ? [] : [theirs],
    numbers: numbersIn(`${mail.subject} ${text}`),
    urls: once(addressesIn(text).slice(0, AT_MOST).map(canonicalUrl)),
    senderDomain: mail.from[0]?.address.split('@').at(-1) ?? '',
  };
}

/**
 * The notice a mail belongs to. Every clue that found something must agree: two different answers give no match, and a
 * person chooses between the candidates. A wrong match can be undone, but it should not happen.
 */
export function decideMatch(found: FoundNotices): MessageMatch {
  const answers = KINDS.map(({ how, of }) => ({ how, notices: [...new Set(of(found))] })).filter(
    ({ notices }) => notices.length > 0,
  );
  const all = once(answers.flatMap(({ notices }) => notices));
  const first = answers.find(({ notices }) => notices.length === 1);
  const agreed = first?.notices[0];
  if (first === undefined || agreed === undefined || !answers.every(({ notices }) => notices.includes(agreed)))
    return { noticeId: null, how: all.length > 0 ? 'several' : 'none', candidates: all };
  if (NEEDS_SENDER.includes(first.how) && !found.fromPlatform.includes(agreed))
    return { noticeId: null, how: first.how, candidates: all };
  return { noticeId: agreed, how: first.how, candidates: [] };
}

const tokensIn = (text: string): string[] =>
  [...text.slice(0, 10_000).matchAll(/\+([0-9a-z]{6,64})@/gi)].map(([, token]) => (token ?? '').toLowerCase());

/** Without an attached original, mail systems copy its headers into their text. */
const returnedIds = (mail: ParsedMail, text: string): string[] =>
  mail.original?.messageId
    ? []
    : [...text.matchAll(/^[>\s]{0,8}message-id:\s{0,5}(<[^<>\s]{3,300}>)/gim)].slice(0, 5).map(([, id]) => id ?? '');

function ownReferences(mail: ParsedMail, text: string): string[] {
  const inSubject = referencesIn(`${mail.subject} ${mail.original?.subject ?? ''}`);
  return inSubject.length > 0 ? inSubject : referencesIn(text);
}

/** What may be somebody's number: long enough to be told from others, and never one of ours. */
const numbersIn = (text: string): string[] =>
  once(
    [...text.replaceAll(/https?:\/\/\S+/gi, ' ').matchAll(/[\p{L}\p{N}][\p{L}\p{N}._/-]{3,63}/gu)]
      .map(([word]) => receiptNumber(word))
      .filter((word) => word.length > 3 && /\d/.test(word) && referencesIn(word).length === 0),
  );

const referencesIn = (text: string): string[] =>
  once([...text.matchAll(/(?<![A-Z\d-])TF-(\d{4})-(\d{6})(?![\d-])/gi)].map(([whole]) => whole.toUpperCase()));

const once = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '').slice(0, AT_MOST);
