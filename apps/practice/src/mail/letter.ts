import type { Answer, ReceivedNotice } from '../memory/book.js';
import { MAIL_SYSTEM, type AnswerKind } from '../scripts/answer-kind.js';
import { dice } from '../seeded.js';
import { say } from '../wording/wording.js';
import type { Look } from './look.js';
import { inSubject, makeTicket } from './ticket.js';

/** One address a letter decides about. */
export interface DecidedItem {
  readonly url: string;
  readonly kind: AnswerKind;
}

/** Everything a mail is made of; the same case gives the same bytes, its date apart. */
export interface AnswerCase {
  readonly seed: string;
  readonly address: string;
  readonly look: Look;
  readonly notice: ReceivedNotice;
  readonly answer: Answer;
  readonly kind: AnswerKind;
  readonly items: readonly DecidedItem[];
  readonly at: Date;
  /** Whether an earlier letter about this notice has left. */
  readonly first: boolean;
}

/** A letter in words, before it is text, HTML, or both. */
export interface Letter {
  readonly subject: string;
  readonly ticket: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly table: readonly DecidedItem[];
  /** By which numbers the letter can be recognised, below the table. */
  readonly numbers: readonly string[];
  readonly closing: readonly string[];
  readonly link: string;
}

/** Writes the letter in the words the seed chooses. */
export function writeLetter(answerCase: AnswerCase): Letter {
  const { look, notice, answer, kind, items } = answerCase;
  const ticket = answer.urls.length < notice.urls.length ? ownTicket(answerCase) : notice.ticket;
  const link = linkOf(answerCase);
  const item = itemInWords(answerCase);
  const said = say(kind, look.language, dice(answerCase.seed, notice.reference ?? notice.number, answer.id, kind), {
    item,
    Item: item.charAt(0).toUpperCase() + item.slice(1),
    ticket,
    link,
    recipient: notice.recipient,
    subject: notice.subject,
  });
  return {
    subject: subjectOf(answerCase, said.subject, ticket),
    ticket,
    greeting: look.language === 'nl' ? 'Beste melder,' : 'Dear reporter,',
    paragraphs: said.paragraphs,
    table: kind === 'mixed' ? items : [],
    numbers: mentions(answerCase, ticket),
    closing: [...CLOSINGS[look.language], ...(look.charset === 'windows-1252' ? [MOTTOS[look.language]] : [])],
    link,
  };
}

const CLOSINGS = {
  nl: ['Met vriendelijke groet,', 'Team Meldingen, Oefenplein (oefenplatform)'],
  en: ['Kind regards,', 'Notices team, Oefenplein (practice platform)'],
} as const;

/** An old office's line under its letters, with what windows-1252 has and ASCII has not. */
const MOTTOS = {
  nl: 'Oefenplein – één adres voor “alles”',
  en: 'Oefenplein – “one address for everything” – café corner',
} as const;

/** A separate letter about one of several addresses has a number of its own. */
function ownTicket({ look, seed, notice, answer }: AnswerCase): string {
  return makeTicket(look, seed, notice.number, answer.urls.join(' '));
}

function linkOf({ kind, address, notice }: AnswerCase): string {
  if (kind === 'confirm-address') return `${address}/bevestig/${notice.confirmToken}`;
  if (kind === 'portal-only') return `${address}/portaal/${notice.confirmToken}`;
  return `${address}/melden`;
}

/** Names the address in a thread that has nothing else to go by, and when a letter is about one of several. */
function itemInWords({ look, items, answer, notice }: AnswerCase): string {
  const [only] = items;
  const alone = answer.urls.length < notice.urls.length;
  if (only && items.length === 1 && (look.thread !== 'ticket' || alone)) {
    return look.language === 'nl' ? `het bericht op ${only.url}` : `the post at ${only.url}`;
  }
  if (items.length > 1) return look.language === 'nl' ? 'de gemelde berichten' : 'the posts you reported';
  return look.language === 'nl' ? 'het gemelde bericht' : 'the post you reported';
}

function subjectOf(answerCase: AnswerCase, said: string, ticket: string): string {
  const { look, notice, kind } = answerCase;
  if (kind === 'survey' || kind === 'confirm-address' || MAIL_SYSTEM.includes(kind)) return said;
  if (kind === 'out-of-office') return `${said}: ${notice.subject}`;
  if (look.thread === 'reply') return `Re: ${notice.subject.replace(/^(re:\s*)+/i, '')}`;
  return look.system === 'zendesk'
    ? `[Oefenplein] ${said} ${inSubject(look, ticket)}`
    : `${said} ${inSubject(look, ticket)}`;
}

/** Says by which numbers the letter can be recognised, as far as its kind of thread says so. */
function mentions({ look, notice, kind, first }: AnswerCase, ticket: string): string[] {
  if (kind === 'survey' || kind === 'out-of-office' || MAIL_SYSTEM.includes(kind)) return [];
  const nl = look.language === 'nl';
  const ours = notice.reference
    ? nl
      ? `Uw kenmerk: ${notice.reference}. `
      : `Your reference: ${notice.reference}. `
    : '';
  const theirs = nl ? `Ons nummer: ${ticket}.` : `Our number: ${ticket}.`;
  if (look.thread === 'url') return [];
  if (look.thread === 'reference' || first) return [`${ours}${theirs}`];
  return look.thread === 'ticket' ? [theirs] : [];
}
