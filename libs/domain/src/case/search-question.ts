import { canonicalUrl, refanged } from '../notice/canonical-url.js';
import { reference } from '../notice/reference.js';
import { RuleViolation } from '../rule-violation.js';

/** Longest question in characters: an address with everything that hangs on it, or a few sentences. */
export const LONGEST_QUESTION = 900;

/** What can be found, in the order in which it is shown. */
export const SEARCH_KINDS = ['cases', 'notices', 'addresses', 'messages', 'platforms', 'grounds'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** How far back is looked; null leaves time open. */
export const SEARCH_PERIODS = { any: null, week: 7, month: 31, year: 366 } as const satisfies Record<
  string,
  number | null
>;
export type SearchPeriod = keyof typeof SEARCH_PERIODS;

/** An address as somebody asks for it. */
export interface AddressAsked {
  /** In the one form in which addresses are compared; where it was shortened, as far as it goes. */
  readonly canonical: string;
  /** False where it was shortened (`instagram.com/p/Cx9…`), so that what begins so is meant as well. */
  readonly whole: boolean;
}

/** A question to the desk, taken apart into what can be looked for. */
export interface SearchQuestion {
  /** One line as a person reads it, without what nobody sees. */
  readonly text: string;
  /** What full text looks for; words that are only left out (`-word`) are looked for instead. */
  readonly words: string;
  /** Letters that stand together, to be found inside references, addresses and short texts; null where too few. */
  readonly part: string | null;
  /** Our own reference of a case or notice, however it was written. */
  readonly reference: string | null;
  readonly address: AddressAsked | null;
}

/**
 * Takes a question apart. Refuses `search.empty`, `search.too-long`, `search.only-signs` and `search.too-short`, so that
 * nothing is looked for that would find everything.
 */
export function searchQuestion(typed: string): SearchQuestion {
  if (typed.length > LONGEST_QUESTION) throw new RuleViolation('search.too-long', { most: LONGEST_QUESTION });
  const text = tidy(typed);
  if (text === '') throw new RuleViolation('search.empty');
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters === 0) throw new RuleViolation('search.only-signs');
  if (letters === 1) throw new RuleViolation('search.too-short');
  return { text, words: wordsOf(text), part: partOf(text), reference: ownReference(text), address: addressIn(text) };
}

/** Controls, format signs and fillers mean nothing here; every kind of space is one. NUL cannot be kept at all. */
const tidy = (typed: string): string =>
  typed
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\u115f\u1160\u2800\u3164\p{Variation_Selector}\uffa0]/gu, '')
    .trim();

/** A question of nothing but words to leave out would find all the rest. */
function wordsOf(text: string): string {
  const words = text.split(' ');
  return words.every((word) => /^-|^or$/i.test(word)) ? words.map((word) => word.replace(/^-+/, '')).join(' ') : text;
}

/** Three letters or digits in a row at least: fewer stand in everything. */
function partOf(text: string): string | null {
  const part = text.replaceAll(/^["'“”<@]+|["'“”>…]+$/g, '').trim();
  return /[\p{L}\p{N}]{3}/u.test(part) ? part : null;
}

/** `tf 2026 123`, `TF-2026-000123` and `z2026-42` are ours, with as many noughts as belong to them. */
function ownReference(text: string): string | null {
  const [, letters = '', year, digits] = /^(tf|z)[\s-]*(\d{4})[\s-]+0*(\d{1,9})$/i.exec(text) ?? [];
  if (year === undefined || digits === undefined) return null;
  return reference(letters.toLowerCase() === 'z' ? 'case' : 'notice', Number(year), Number(digits));
}

/** The first address in the text: with a scheme, or alone and written as people read addresses. */
function addressIn(text: string): AddressAsked | null {
  const plain = refanged(text).replaceAll(/^[<"'(]+|[>"')]+$/g, '');
  const found = /https?:\/\/[^\s<>"]+/i.exec(plain)?.[0] ?? (BARE.test(plain) ? `https://${plain}` : null);
  if (found === null) return null;
  const [begin = ''] = found.split(/…|\.\.\./);
  const canonical = canonicalUrl(begin);
  return canonical === begin || canonical === '' ? null : { canonical, whole: begin === found };
}

/** A host with a dot in it, perhaps a port, a path or a query; no spaces. */
const BARE = /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#][^\s]*)?(?:…|\.\.\.)?$/u;
