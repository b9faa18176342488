import { DECISION_LABELS } from '../wording/labels.js';
import type { AnswerCase, DecidedItem, Letter } from './letter.js';
import { quoted } from './quote.js';

/** The letter as plain text. */
export function asText(answerCase: AnswerCase, letter: Letter): string {
  const { look } = answerCase;
  const above = look.system === 'zendesk' ? [REPLY_LINE[look.language], ''] : [];
  const rows = letter.table.map((item, index) => `${index + 1}. ${item.url}\n   ${label(answerCase, item)}`);
  const body = [
    letter.greeting,
    ...letter.paragraphs,
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    ...letter.numbers,
    letter.closing.join('\n'),
  ];
  const below = [...systemLines(answerCase), ...(look.quotes ? quotedText(answerCase) : [])];
  return [...above, body.join('\n\n'), ...below, ''].join('\n');
}

/** The letter as HTML, with the hidden first line and the wrapped links such mails have. */
export function asHtml(answerCase: AnswerCase, letter: Letter): string {
  const { look } = answerCase;
  const paragraphs = letter.paragraphs.map((text) => `<p>${linked(answerCase, text)}</p>`).join('\n');
  const system = systemLines(answerCase).filter(Boolean);
  return [
    `<!doctype html><html lang="${look.language}"><head><meta charset="${look.charset}"><title>${escape(letter.subject)}</title></head>`,
    '<body style="font-family:Arial,sans-serif;color:#222">',
    `<div style="display:none;max-height:0;overflow:hidden">${escape(letter.subject)} &#8203;&nbsp;&#8203;&nbsp;</div>`,
    look.system === 'zendesk' ? `<div style="color:#b5b5b5">${REPLY_LINE[look.language]}</div>` : '',
    `<p>${escape(letter.greeting)}</p>`,
    paragraphs,
    letter.table.length > 0 ? table(answerCase, letter.table) : '',
    ...letter.numbers.map((text) => `<p>${escape(text)}</p>`),
    `<p>${letter.closing.map(escape).join('<br>')}</p>`,
    system.length > 0 ? `<p style="color:#ffffff;font-size:1px">${escape(system.join(' '))}</p>` : '',
    look.quotes ? quotedHtml(answerCase) : '',
    '</body></html>',
  ].join('\n');
}

const REPLY_LINE = {
  nl: '##- Typ uw antwoord boven deze regel -##',
  en: '##- Please type your reply above this line -##',
} as const;

/** What a ticket system leaves in a mail to recognise the answer by. */
function systemLines({ look, notice }: AnswerCase): string[] {
  const token = notice.confirmToken;
  if (look.system === 'salesforce') return ['', `ref:!00D${token.slice(0, 9)}.!500${token.slice(9, 18)}:ref`];
  if (look.system === 'zendesk')
    return ['', `[${token.slice(0, 6).toUpperCase()}-${token.slice(6, 10).toUpperCase()}]`];
  return [];
}

function table(answerCase: AnswerCase, items: readonly DecidedItem[]): string {
  const [address, decision] = answerCase.look.language === 'nl' ? ['Adres', 'Besluit'] : ['Address', 'Decision'];
  const rows = items.map(
    (item) => `<tr><td>${anchor(answerCase, item.url)}</td><td>${escape(label(answerCase, item))}</td></tr>`,
  );
  const head = `<tr><th align="left">${address}</th><th align="left">${decision}</th></tr>`;
  return `<table border="1" cellpadding="6" cellspacing="0">${head}\n${rows.join('\n')}</table>`;
}

function label({ look }: AnswerCase, item: DecidedItem): string {
  return DECISION_LABELS[look.language][item.kind] ?? item.kind;
}

function quotedText({ notice, look }: AnswerCase): string[] {
  const { opening, lines } = quoted(notice, look.language);
  return ['', opening, ...lines.map((line) => `> ${line}`)];
}

function quotedHtml({ notice, look }: AnswerCase): string {
  const { opening, lines } = quoted(notice, look.language);
  return `<div class="gmail_quote"><div>${escape(opening)}</div><blockquote>${lines.map(escape).join('<br>\n')}</blockquote></div>`;
}

/** Addresses in running text become links; the practice platform wraps them as trackers do. */
function linked(answerCase: AnswerCase, text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, index) => (index % 2 === 1 ? anchor(answerCase, piece) : escape(piece)))
    .join('');
}

function anchor({ address, look }: AnswerCase, url: string): string {
  const wrapped = look.system === 'digits' ? `${address}/l?u=${encodeURIComponent(url)}` : url;
  return `<a href="${escape(wrapped)}">${escape(url)}</a>`;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
