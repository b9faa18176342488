import { numbered } from './recognise-look-alike.js';

/** Signs without width that chats and word processors leave in what they copy, and that mean nothing in an address. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** Spaces that are none of the keyboard's, at the ends of a line. */
const ODD_SPACES = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]+|[\u00a0\u2000-\u200a\u202f\u205f\u3000]+$/gu;

/**
 * A text without what nobody sees in it, and what that was. Characters that turn the reading direction over (U+202A to
 * U+202E, U+2066 to U+2069) stay and are refused by the recogniser: they are put there so that an address reads as another.
 */
export function withoutUnseen(text: string): { readonly text: string; readonly removed: readonly string[] } {
  const removed = [...(text.match(WITHOUT_WIDTH) ?? []), ...(text.match(ODD_SPACES) ?? []).join('')];
  if (removed.length === 0) return { text, removed };
  const cleaned = text.replace(WITHOUT_WIDTH, '').replace(ODD_SPACES, '');
  return { text: cleaned, removed: [...new Set(removed)].map(numbered) };
}
