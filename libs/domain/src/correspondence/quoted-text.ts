import { saidWith } from './said.js';

/** The part of a mail somebody wrote for us, and the part that repeats what was said before. */
export interface SplitText {
  readonly visible: string;
  readonly quoted: string;
}

/** More than this is not read: every rule below sees bounded input. */
export const READ_LIMIT = 64 * 1024;

/** "On … wrote:", in the languages of the mail programs we meet; it may be folded over three lines. */
const ATTRIBUTION = saidWith('i')`
    ^[>\s]{0,10}(?:on\b.{4,200}\bwrote|op\b.{4,200}\b(?:schreef|geschreven)\b.{0,120}|le\b.{4,200}\ba écrit
    |am\b.{4,200}\bschrieb\b.{0,120}|el\b.{4,200}\bescribió|il\b.{4,200}\bha scritto
    |.{3,120}<[^<>\s]{3,120}> (?:schreef|wrote|schrieb|a écrit)\b.{0,80})\s?:\s?$
  `;
const DIVIDER = saidWith('i')`
    ^[>\s]{0,10}(?:[-_=*]{2,40}\s?(?:original message|oorspronkelijk bericht|originele bericht
    |original-nachricht|ursprüngliche nachricht|message d'origine|forwarded (?:message|by .{1,80})
    |doorgestuurd bericht|doorgestuurde bericht|weitergeleitete nachricht|previous (?:message|correspondence)
    |eerder bericht|reply above this line|vorige berichten)\s?[-_=*]{0,40}|begin forwarded message:?
    |begin doorgestuurd bericht:?)\s?$
  `;
/** A header block as Outlook writes it: two of these lines close together start the history. */
const HEADER_LINE = saidWith('i')`
    ^[>*\s]{0,10}(from|van|von|de|sent|verzonden|gesendet|envoyé|date|datum|to|aan|an|à|subject|onderwerp
    |betreff|objet)\s?\*?\s?:\*?\s?\S
  `;
const FROM_LINE = /^[>*\s]{0,10}(from|van|von|de)\s?\*?\s?:\*?\s?\S/i;
/** Our own words sent back: everything below such a heading is our notice, not their answer. */
const ECHO = saidWith('i')`
    ^[\s*#>-]{0,10}(?:(?:below|here|this|hieronder|hierbij|dit) (?:is|vindt u|treft u
    |staat) (?:a copy of |an overview of |een kopie van |het overzicht van )?(?:your|the|uw|de|het) .{0,60}
    |(?:a )?(?:copy|transcript|summary|text) of your (?:original )?(?:report|notice|request|message|submission
    |complaint|e-?mail).{0,40}|(?:een )?kopie van (?:uw|je|de) (?:melding|bericht|verzoek|e-?mail
    |klacht).{0,40}|here is a (?:reminder|copy|summary) of .{3,60}|here's a (?:reminder|copy
    |summary) of .{3,60}|(?:you|u|je) (?:wrote|submitted|told us|provided|schreef|heeft (?:geschreven|ingevuld
    |ons gemeld)).{0,60}|(?:your|uw|je) (?:original |oorspronkelijke |ingezonden )?(?:message|notice|submission
    |request|explanation|comments?|bericht|melding|verzoek|toelichting|vraag
    |bericht aan ons)(?: to us| aan ons)?|(?:original|oorspronkelijke|initial) (?:request|report|message|notice
    |melding|bericht|verzoek)|(?:details|content|inhoud|gegevens) (?:of|van|you provided|die u).{0,60}(?:your
    |uw|je).{0,40}|(?:information|details) (?:that )?you (?:have )?(?:provided|submitted)|(?:description
    |omschrijving|toelichting|explanation|reason for (?:your )?report|reden van (?:uw )?melding))\s?:\s?(?:$|"
    |“|'|„)
  `;
/** The same at the end of a line that says more: "Thank you. A copy of your notice:". */
const ECHO_AFTER =
  /[.!] (?:here is |below is )?(?:a )?(?:copy|transcript|summary|text) of your (?:report|notice|request|message|submission|complaint):\s?$/i;
/** The heading of our own letter (templates/letters). */
const OUR_LETTER = /^[\s*#]{0,10}(?:notice of illegal content|melding van illegale inhoud)\s{0,10}$/i;
const SIGNATURE = /^-- ?$/;
/** Ticket systems put this above the new text, so it is only taken out. */
const REPLY_MARK = saidWith('i')`
    ^.{0,10}(?:please (?:type|write|enter|add) your reply above|typ uw antwoord boven|reply above this line
    |antwoord boven deze).{0,80}$
  `;

/** Parts what is new from history, quotes, our own words echoed and the signature. */
export function splitQuoted(text: string): SplitText {
  const lines = text.slice(0, READ_LIMIT).split('\n');
  const visible: string[] = [];
  const quoted: string[] = [];
  let history = false;
  let signature = false;
  lines.forEach((line, at) => {
    if (history || isQuote(line)) return void quoted.push(line);
    if (REPLY_MARK.test(line) && !DIVIDER.test(line)) return;
    if (startsHistory(lines, at)) {
      history = !quotesFollow(lines, at);
      return void quoted.push(line);
    }
    if (SIGNATURE.test(line)) signature = true;
    if (!signature) visible.push(line);
  });
  return { visible: visible.join('\n'), quoted: quoted.join('\n') };
}

const isQuote = (line: string): boolean => /^\s{0,3}(?:>|\|\s(?!.*\|))/.test(line);

function startsHistory(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, 400);
  if ([DIVIDER, ECHO, ECHO_AFTER, OUR_LETTER, ATTRIBUTION].some((heading) => heading.test(line))) return true;
  if (/^\s{0,3}(?:on|op|le|am|el|il)\b/i.test(line) && !/[.!?]\s{0,3}$/.test(line)) {
    const folded = `${line} ${(lines[at + 1] ?? '').slice(0, 200)}`;
    if (ATTRIBUTION.test(folded) || ATTRIBUTION.test(`${folded} ${(lines[at + 2] ?? '').slice(0, 200)}`)) return true;
  }
  return (
    FROM_LINE.test(line) &&
    lines.slice(at + 1, at + 5).filter((next) => HEADER_LINE.test(next.slice(0, 200))).length >= 2
  );
}

/** Under an attribution with marked quotes the new text may go on below them; without marks all below is history. */
function quotesFollow(lines: readonly string[], at: number): boolean {
  const next = lines
    .slice(at + 1, at + 6)
    .find((line) => line.trim() !== '' && !/(?:wrote|schreef|geschreven|schrieb|écrit).{0,120}:\s?$/i.test(line));
  return next !== undefined && isQuote(next);
}
