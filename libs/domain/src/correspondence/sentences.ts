import { markCodes } from './places.js';

/** One thing said: as written, and in the plain form the rules look at. */
export interface Sentence {
  readonly raw: string;
  readonly plain: string;
}

/** Longer sentences are cut: no real one is, and a rule must stay cheap on a hostile one. */
const LONGEST = 1200;
/** No word of a language is longer; without longer ones every pattern is linear on hostile input. */
const LONGEST_WORD = 40;
/** A mail of more pieces than this is a hostile one; the rest of it is not read. */
const MOST = 1500;

const CONTRACTIONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bcan't\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/'ve\b/g, ' have'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/\bit's\b/g, 'it is'],
  [/\bthat's\b/g, 'that is'],
  [/'s\b/g, ''],
];

/** Lower case, straight quotes, no marks of emphasis, contractions written out, single spaces. */
export function plainWords(text: string): string {
  const straight = /[^ -_a-~]/.test(text) ? withStraightMarks(text) : text;
  const bare = withoutEmphasis(straight).replace(/[()]/g, '');
  const spaced = /[^\S ]| {2}/.test(bare) ? bare.replace(/\s+/g, ' ') : bare;
  const short = hasLongWord(spaced) ? withoutLongWords(spaced) : spaced;
  const plain = short
    .trim()
    .toLowerCase()
    .replace(/\bcannot\b/g, 'can not');
  return plain.includes("'") ? CONTRACTIONS.reduce((words, [from, to]) => words.replace(from, to), plain) : plain;
}

/** One way of writing each letter, quote and dash; most texts have only those of ASCII and are not walked through. */
const withStraightMarks = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑–—]/g, '-');

/** Whether there is a stretch without a space that is too long for a word; it looks at few characters only. */
function hasLongWord(text: string): boolean {
  let from = 0;
  while (text.length - from > LONGEST_WORD) {
    const space = text.lastIndexOf(' ', from + LONGEST_WORD);
    if (space < from) return true;
    from = space + 1;
  }
  return false;
}

const withoutLongWords = (text: string): string =>
  text
    .split(' ')
    .map((word) => word.slice(0, LONGEST_WORD))
    .join(' ');

/** Looked for first, as looking behind at every character is slow and few texts have marks at all. */
const withoutEmphasis = (text: string): string =>
  /[*_#]/.test(text) ? text.replace(/[*_#]{1,3}(?=\S)|(?<=\S)[*_#]{1,3}/g, '') : text;

/** The sentences of a text, lines that were only wrapped joined again; list items and table rows stand alone. */
export function sentencesOf(text: string): Sentence[] {
  return paragraphsOf(text)
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?]["')]?)\s+(?=["'(]?[\p{Lu}\d]|https?:)/u))
    .map((raw) => raw.trim().slice(0, LONGEST))
    .filter((raw) => raw !== '')
    .slice(0, MOST)
    .map((raw) => ({ raw, plain: plainWords(markCodes(withoutAddresses(raw))) }));
}

/** Addresses never speak: a word inside one ("/removed/") is no decision. */
export const withoutAddresses = (text: string): string =>
  text.replace(/<?\b(?:https?|hxxps?):\/\/[^\s<>"]{1,2000}>?/gi, ' URL ').replace(/<URL>/g, 'URL');

/** Blocks of text that belong together, in order. */
export function paragraphsOf(text: string): string[] {
  const blocks: string[] = [];
  let current = '';
  let last = '';
  const finish = () => {
    if (current !== '') blocks.push(current);
    current = '';
  };
  for (const line of text.split('\n').map((one) => withCells(one.trimEnd()))) {
    if (line.trim() === '') finish();
    else if (current === '' || standsAlone(line) || !goesOn(last, line)) {
      finish();
      current = line.trim();
    } else current += ` ${line.trim()}`;
    last = line;
  }
  finish();
  return blocks.slice(0, MOST);
}

/** Tables drawn with bars get the tabs that tables of HTML have. */
const withCells = (line: string): string =>
  /\S\s\|\s\S/.test(line) ? line.replace(/^\s?\|\s?|\s?\|\s?$/g, '').replace(/\s{1,20}\|\s{1,20}/g, '\t') : line;

const standsAlone = (line: string): boolean =>
  line.includes('\t') ||
  /^\s{0,8}[A-Z][\w /-]{1,30}: \S/.test(line) ||
  /^\s{0,8}(?:[-*•·✓✗→]|\d{1,3}[.)]|[a-z][.)])\s/i.test(line) ||
  /^\s{0,8}<?https?:/.test(line);

/** Whether a line was only wrapped: the one before is long, or stops in mid-sentence while this one starts small. */
function goesOn(before: string, line: string): boolean {
  if (before.includes('\t')) return false;
  if (/^\s{0,8}https?:\S{1,2000}$/.test(before)) return /^\s{0,8}\p{Ll}/u.test(line);
  if (/[.!?:]["')]?$/.test(before)) return before.length >= 50 && !/:$/.test(before);
  return before.length >= 50 || /^\s{0,8}[\p{Ll}(]/u.test(line);
}
