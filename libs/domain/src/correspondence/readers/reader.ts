import type { KnownAddresses } from '../addresses.js';
import type { Finding } from '../reading.js';
import type { ReplyText } from '../reply-text.js';

/** One small question put to a mail: what it found, or undefined to let the next reader look. */
export type Reader = (text: ReplyText, known: KnownAddresses) => Finding | undefined;

/** The first pattern that hits, as "rule: words". */
export function firstHit(patterns: Readonly<Record<string, RegExp>>, words: string): string | undefined {
  for (const [rule, pattern] of Object.entries(patterns)) {
    const found = pattern.exec(words);
    if (found) return `${rule}: "${found[0].slice(0, 120)}"`;
  }
  return undefined;
}
