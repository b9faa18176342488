import { languageOf } from './language.js';
import { header, type ParsedMail } from './parsed-mail.js';
import { READ_LIMIT, splitQuoted } from './quoted-text.js';
import { plainWords, sentencesOf, type Sentence } from './sentences.js';
import { saidWith } from './said.js';

/** A mail made ready for the readers: only what the other side says now, cut into sentences, bounded in size. */
export interface ReplyText {
  readonly mail: ParsedMail;
  /** Lower case, without `Re:`. */
  readonly subject: string;
  /** What the other side wrote, lines kept. */
  readonly visible: string;
  /** The same from the HTML body, where there is one. */
  readonly visibleHtml: string;
  /** The whole plain text, for machine reports only. */
  readonly whole: string;
  /** History, quotes and our own words sent back. */
  readonly quoted: string;
  readonly sentences: readonly Sentence[];
  readonly language: string | null;
  /** False for a mail in a language our rules do not know. */
  readonly readable: boolean;
}

const PLACEHOLDER = saidWith('i')`
    (?:html|e-?mail) (?:client|reader|version|viewer|program)|view (?:this|it) (?:e-?mail|message) in
    |does not support html|ondersteunt geen html
  `;

/** Prepares one mail; the plain text is preferred unless it is empty or only says that there is HTML. */
export function replyText(mail: ParsedMail): ReplyText {
  const [plain, html] = [splitQuoted(mail.text), splitQuoted(mail.htmlText)];
  const chosen = isPoor(plain.visible, html.visible) ? html : plain;
  const { code, readable } = languageOf(chosen.visible.trim() === '' ? mail.subject : chosen.visible);
  return {
    mail,
    subject: plainWords(mail.subject.slice(0, 1000)).replace(/^(?:(?:re|fw|fwd|antw|aw|betr|doorst)\s?:\s?){1,5}/, ''),
    visible: chosen.visible,
    visibleHtml: html.visible,
    whole: (mail.text.trim() === '' ? mail.htmlText : mail.text).slice(0, READ_LIMIT),
    quoted: chosen.quoted,
    sentences: sentencesOf(chosen.visible),
    language: code,
    readable,
  };
}

function isPoor(plain: string, html: string): boolean {
  if (html.trim() === '') return false;
  if (plain.trim().length < 20) return true;
  return plain.length * 3 < html.length && (PLACEHOLDER.test(plain) || plain.length * 8 < html.length);
}

/** Type and parameters of the whole mail, lower case. */
export const contentType = (mail: ParsedMail): string => header(mail, 'content-type').toLowerCase();
