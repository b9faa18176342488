import type { ReceivedNotice } from '../memory/book.js';
import { postsIn } from '../scripts/plan.js';
import { lookOf, type Look } from './look.js';

/** How the answers to a notice look: as its first post says; without a post of ours plainly, in the notice's language. */
export function lookFor({ urls, text }: Pick<ReceivedNotice, 'urls' | 'text'>): Look {
  const [post] = postsIn(urls);
  if (post) return lookOf(post.look);
  return lookOf(soundsDutch(text) ? 'plain-nl' : 'plain-en');
}

function soundsDutch(text: string): boolean {
  const count = (words: RegExp): number => text.match(words)?.length ?? 0;
  return count(/\b(de|het|een|en|van|wij|is|dat|niet|op)\b/gi) >= count(/\b(the|a|and|of|we|is|that|not|on)\b/gi);
}
