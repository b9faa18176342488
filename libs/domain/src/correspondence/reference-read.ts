import type { ReplyText } from './reply-text.js';
import { joined, saidWith } from './said.js';

/** Our own numbers (see notice/reference.ts) are never the other side's. */
const OURS = /^(?:TF|Z|E)-\d{4}-\d{3,6}$/i;
const NO_NUMBER = saidWith('i')`
    ^(?:(?:19|20)\d\d|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:CVE|RFC|ISO|UTF|SHA
    |COVID)-?\d*(?:-\d+)?|(?:ART|EU|DSA|GMT|UTC|HTTP)-?\d{0,4}|\d{1,2}:\d\d(?::\d\d)?)$
  `;

/** Shapes that stand in a subject, most telling first. */
const IN_SUBJECT: readonly RegExp[] = [
  /\[(\d{1,2}-\d{10,16})\]/,
  /\[(?:ticket|case|request|incident|zaak|melding)\s?(?:id|nr|no)?\.?\s?[#:]{0,2}\s?([A-Z0-9][\w-]{2,30})\]/i,
  /\[[\w.-]{2,60} #(\d{1,10})\]/,
  /[([]#([A-Z0-9][\w-]{2,30})[)\]]/i,
  /\[([A-Z][A-Z0-9]{1,9}-\d{1,8})\]/,
  /(?<![\w-])([A-Z][A-Z0-9]{1,9}-\d{2,8})(?![\w-])/,
  /[([]([A-Z]{1,6}-?\d{5,20})[)\]]/,
  /#\s?([A-Z]{0,4}\d[\w-]{3,30})/i,
  /(?<![\d/.-])(\d{12,20})(?![\d/.-])/,
];

const NUMBER = String.raw`[#\["'(]{0,3}\s?([A-Z]{0,6}[-_]?[A-Z0-9]{0,20}\d[A-Za-z0-9._/-]{0,40})`;
const WHAT = joined`
  (?:case|ticket|report|request|reference|complaint|incident|notice|claim|submission|inquiry|enquiry|tracking
  |confirmation|dossier|zaak|melding|meldings|klacht|referentie|kenmerk|aanvraag|volg|registratie|ref)
`;
/** After a word that announces a number; `ons kenmerk` before any other. */
const LABELLED: readonly RegExp[] = [
  saidWith('gi')`
      \b(?:our (?:reference|ref|case)|ons kenmerk|onze referentie)(?: number| no\.?| nummer| id)?\s?(?:is|:|#
      |=)\s{0,3}${NUMBER}
    `,
  saidWith('gi')`
      \b${WHAT}[ (-]{0,2}(?:number|numbers|id|no\.?|nr\.?|nummer|ref\.?|reference|kenmerk|code)\s?(?:(?:for|of
      |van|voor) (?:your|this|the|uw|je|deze) \w{3,20}\s?)?(?:is|has been|:|#|=
      |luidt)?\s?(?:is)?\s{0,3}${NUMBER}
    `,
  new RegExp(String.raw`\b${WHAT}(?:s)?\s?(?:is|:|#|=)\s{0,3}${NUMBER}`, 'gi'),
  new RegExp(String.raw`\b(?:with|under|met|onder) (?:the |het )?${WHAT}\s{1,3}${NUMBER}`, 'gi'),
  /\b(?:case|ticket|request|report|incident|dossier|melding|zaak)\s{1,2}\(?#?(\d{4,20})\b/gi,
  /(?:^|\s)#(\d{6,20})\b/g,
];
const SALESFORCE = /\bref:[!_]?00D[\w.!]{5,60}:ref\b/;

/** The number the other side gave, without brackets and signs; null when there is none but ours. */
export function referenceOf(text: ReplyText): string | null {
  const subject = text.mail.subject.slice(0, 1000);
  const words = text.visible.slice(0, 20_000).replaceAll('\t', ' : ');
  for (const pattern of IN_SUBJECT) {
    const found = acceptable(pattern.exec(subject)?.[1]);
    if (found !== null) return found;
  }
  for (const where of [subject, words]) {
    for (const pattern of LABELLED) {
      const found = [...where.matchAll(pattern)].map((match) => acceptable(match[1])).find((one) => one !== null);
      if (found !== undefined) return found;
    }
  }
  return SALESFORCE.exec(text.whole)?.[0] ?? null;
}

function acceptable(found: string | undefined): string | null {
  const number = (found ?? '').replace(/[._/-]{1,5}$/, '');
  return number.length < 3 || !/\d/.test(number) || OURS.test(number) || NO_NUMBER.test(number) ? null : number;
}
