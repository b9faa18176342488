import { KnownAddresses } from './addresses.js';
import type { ParsedMail } from './parsed-mail.js';
import { mentionsRedress } from './particulars.js';
import type { Finding, Reading } from './reading.js';
import { referenceOf } from './reference-read.js';
import { automaticAnswer, outOfOffice, readReceipt } from './readers/automatic-answer.js';
import { confirmation } from './readers/confirmation.js';
import { decision } from './readers/decision.js';
import { feedbackReport } from './readers/feedback-report.js';
import { question } from './readers/question.js';
import type { Reader } from './readers/reader.js';
import { receipt } from './readers/receipt.js';
import { undelivered } from './readers/undelivered.js';
import { calendar, newsletter, survey, surveyBySubject } from './readers/unrelated.js';
import { replyText, type ReplyText } from './reply-text.js';

/** What we know beforehand: the addresses in our notice, and the addresses we send from. */
export interface KnownBefore {
  readonly urls: readonly string[];
  readonly ownAddresses?: readonly string[];
}

/** What machines write is recognised by its headers and in any language; asked first, in this order. */
const MACHINES: readonly Reader[] = Object.freeze([feedbackReport, readReceipt, undelivered, calendar, outOfOffice]);
/** What people (or their texts) write, in English and Dutch; the first that recognises the mail answers. */
const READERS: readonly Reader[] = Object.freeze([
  newsletter,
  surveyBySubject,
  confirmation,
  decision,
  survey,
  question,
  receipt,
]);
const LAST: readonly Reader[] = Object.freeze([automaticAnswer]);

const UNREAD: Finding = { meaning: 'unread', confidence: 0, because: ['no rule knows these words'] };

/** Reads one mail: a suggestion with its reasons. Where it is not sure it says `unread`; it never guesses. */
export function readReply(mail: ParsedMail, before: KnownBefore): Reading {
  const text = replyText(mail);
  const known = new KnownAddresses(before.urls);
  return complete(text, isOurs(mail, before) ? ours : (found(text, known) ?? UNREAD));
}

function found(text: ReplyText, known: KnownAddresses): Finding | undefined {
  const readers = text.readable ? [...MACHINES, ...READERS, ...LAST] : [...MACHINES, ...LAST];
  for (const reader of readers) {
    const finding = reader(text, known);
    if (finding?.meaning === 'unread') return automaticUnread(finding);
    if (finding) return finding;
  }
  return undefined;
}

/** A judgement nobody understood stays unread even when a machine sent it: a person has to look. */
const automaticUnread = (finding: Finding): Finding => finding;

const ours: Finding = { meaning: 'unread', confidence: 0, because: ['sent from our own address'] };

const isOurs = (mail: ParsedMail, { ownAddresses = [] }: KnownBefore): boolean =>
  mail.from.some(({ address }) => ownAddresses.some((own) => own.toLowerCase() === address));

function complete(text: ReplyText, finding: Finding): Reading {
  const decided = finding.meaning === 'decision';
  const bounced = ['undelivered', 'delayed', 'feedback-report'].includes(finding.meaning);
  return {
    meaning: finding.meaning,
    outcome: decided ? (finding.outcome ?? null) : null,
    items: decided ? (finding.items ?? []) : [],
    reference: bounced ? null : referenceOf(text),
    basis: decided ? (finding.basis ?? null) : null,
    territory: decided ? (finding.territory ?? []) : [],
    redressMentioned: !bounced && mentionsRedress(text.sentences),
    language: text.language,
    confidence: finding.confidence,
    because: finding.because,
  };
}
