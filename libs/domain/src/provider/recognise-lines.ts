import { refanged } from '../notice/canonical-url.js';
import { isRefusal, type Recogniser, type Recognition, type Refusal } from './recognise-address.js';
import type { RowFault, TypedAddress } from './typed-addresses.js';
import { withoutUnseen } from './unseen-characters.js';

/** An address with the characters nobody sees taken out; which they were, as `U+200B`. */
export type CleanAddress = TypedAddress & { readonly removed: readonly string[] };

/** Why a line cannot be kept: its address, or its row. */
export type LineRefusal = Refusal | { readonly is: 'row-fault'; readonly fault: RowFault };

/** What became of a typed address: what it is, or that the same page stood on an earlier line. */
export type JudgedAddress = CleanAddress &
  (Recognition | LineRefusal | { readonly is: 'duplicate'; readonly of: number });

/** A line that cannot be kept, and why. */
export type RefusedAddress = CleanAddress & LineRefusal;

/** What each typed address is, in order; of two spellings of one page the first counts. */
export function judgeAddresses(typed: readonly TypedAddress[], recogniser: Recogniser): JudgedAddress[] {
  const first = new Map<string, number>();
  return typed.map((given) => {
    const { text, removed } = withoutUnseen(given.text);
    const one = { ...given, text: refanged(text), removed };
    if (one.fault !== null) return { ...one, is: 'row-fault', fault: one.fault };
    const recognition = recogniser.recognise(one.text);
    if (isRefusal(recognition)) return { ...one, ...recognition };
    const of = first.get(recognition.canonical);
    if (of !== undefined) return { ...one, is: 'duplicate', of };
    first.set(recognition.canonical, one.line);
    return { ...one, ...recognition };
  });
}

const isRefused = (one: JudgedAddress): one is RefusedAddress => one.is === 'row-fault' || isRefusal(one);

/** The lines that can be kept, duplicates left out. */
export const keptOf = (judged: readonly JudgedAddress[]): readonly KeptAddress[] =>
  judged.filter((one): one is KeptAddress => one.is !== 'duplicate' && !isRefused(one));

export type KeptAddress = CleanAddress & Exclude<Recognition, Refusal>;

export const refusedOf = (judged: readonly JudgedAddress[]): readonly RefusedAddress[] => judged.filter(isRefused);

/** Every platform they are on, each once, in the order in which it comes first. */
export const platformsOf = (kept: readonly Recognition[]): string[] => [
  ...new Set(
    kept.flatMap((one) => ((one.is === 'ok' || one.is === 'short-link') && one.platform ? [one.platform] : [])),
  ),
];

/** The platform on which all of them are, or null where they disagree or one of them tells none. */
export function commonPlatform(kept: readonly KeptAddress[]): string | null {
  const platforms = new Set(kept.map((one) => (one.is === 'ok' || one.is === 'short-link' ? one.platform : null)));
  return platforms.size === 1 ? [...platforms][0]! : null;
}
