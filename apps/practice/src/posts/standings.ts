import type { Book, Standing } from '../memory/book.js';
import { EFFECTS, type AnswerKind, type PostStanding } from '../scripts/answer-kind.js';
import { findPost } from './posts.js';

/** How a post stands now; a suspended account takes all its posts along. */
export function standingOf(book: Book, slug: string): PostStanding {
  const own = book.posts[slug]?.standing;
  if (own) return own;
  const author = findPost(slug)?.author;
  return author && isSuspended(book, author) ? 'suspended' : 'visible';
}

export function isSuspended(book: Book, author: string): boolean {
  return Object.entries(book.posts).some(
    ([slug, { standing }]) => standing === 'suspended' && findPost(slug)?.author === author,
  );
}

/** Whether nobody can see the post any more, wherever they are. */
export function isGone(standing: PostStanding): boolean {
  return standing === 'gone' || standing === 'missing' || standing === 'suspended';
}

/** Does to the post what the decision says; a post that is gone stays gone. */
export function carryOut(book: Book, slug: string, kind: AnswerKind, since: string, notice: number): void {
  const standing = EFFECTS[kind];
  const before = book.posts[slug]?.standing;
  if (!standing || (before && isGone(before))) return;
  const next: Standing = { standing, since, notice };
  book.posts[slug] = next;
}

/** Puts a post back, so that it can be practised with again. */
export function putBack(book: Book, slug: string): void {
  const posts = { ...book.posts };
  delete posts[slug];
  book.posts = posts;
}
