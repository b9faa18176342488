import { refanged } from '../notice/canonical-url.js';
import { isRefusal, type Recogniser, type Recognition, type Refusal } from './recognise-address.js';

/** One address as somebody typed it; `line` counts from 1, `locator` is what a CSV says beside it. */
export interface TypedAddress {
  readonly line: number;
  readonly text: string;
  readonly locator: string | null;
}

/** What became of a typed address: what it is, or that the same page stood on an earlier line. */
export type JudgedAddress = TypedAddress & (Recognition | { readonly is: 'duplicate'; readonly of: number });

/** A line that cannot be kept, and why. */
export type RefusedAddress = TypedAddress & Refusal;

/** A comma ends an address only where another begins or the line ends: addresses hold commas themselves. */
const BETWEEN_ADDRESSES = /,?\s+|[,;](?=h(?:tt|xx)ps?:|$)/i;
/** The first column of a CSV, by which it is known. */
const HEADER = /^\s*"?(?:url|address|adres|link)"?\s*([,;\t])\s*"?(?:locator|plaats|place|where)"?\s*$/i;

/** The addresses in a text, one per line, several on a line, or as CSV with the columns `url` and `locator`. */
export function typedAddresses(text: string): TypedAddress[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const [, comma] = HEADER.exec(lines[0] ?? '') ?? [];
  return lines.flatMap((line, at) =>
    comma === undefined ? onLine(line, at + 1) : at === 0 ? [] : csvRow(line, at + 1, comma),
  );
}

const onLine = (line: string, number: number): TypedAddress[] =>
  line
    .trim()
    .split(BETWEEN_ADDRESSES)
    .filter(Boolean)
    .map((text) => ({ line: number, text, locator: null }));

/** RFC 4180: a field in quotes holds what it likes, a quote in it is written twice. */
function csvRow(line: string, number: number, comma: string): TypedAddress[] {
  const fields = [...`${line}${comma}`.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^${comma}]*))${comma}`, 'g'))];
  const [text = '', locator = ''] = fields.map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  );
  return text === '' ? [] : [{ line: number, text, locator }];
}

/** What each typed address is, in order; of two spellings of one page the first counts. */
export function judgeAddresses(typed: readonly TypedAddress[], recogniser: Recogniser): JudgedAddress[] {
  const first = new Map<string, number>();
  return typed.map((one) => {
    const recognition = recogniser.recognise(refanged(one.text));
    if (isRefusal(recognition)) return { ...one, ...recognition };
    const of = first.get(recognition.canonical);
    if (of !== undefined) return { ...one, is: 'duplicate', of };
    first.set(recognition.canonical, one.line);
    return { ...one, ...recognition };
  });
}

/** The lines that can be kept, duplicates left out. */
export const keptOf = (judged: readonly JudgedAddress[]): readonly KeptAddress[] =>
  judged.filter((one): one is KeptAddress => one.is !== 'duplicate' && !isRefusal(one));

export type KeptAddress = TypedAddress & Exclude<Recognition, Refusal>;

export const refusedOf = (judged: readonly JudgedAddress[]): readonly RefusedAddress[] =>
  judged.filter((one): one is RefusedAddress => isRefusal(one));

/** The platform on which all of them are, or null where they disagree or one of them tells none. */
export function commonPlatform(kept: readonly KeptAddress[]): string | null {
  const platforms = new Set(kept.map((one) => (one.is === 'ok' || one.is === 'short-link' ? one.platform : null)));
  return platforms.size === 1 ? [...platforms][0]! : null;
}
