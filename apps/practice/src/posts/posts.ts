import { DUTCH_POSTS } from './dutch-posts.js';
import { ENGLISH_POSTS } from './english-posts.js';
import type { Post } from './post.js';

/** All posts, newest first; the timeline mixes both languages by taking two Dutch ones for each English one. */
export const POSTS: readonly Post[] = mix();

const BY_SLUG: ReadonlyMap<string, Post> = new Map(POSTS.map((post) => [post.slug, post]));

export function findPost(slug: string): Post | undefined {
  return BY_SLUG.get(slug);
}

export function postsBy(author: string): readonly Post[] {
  return POSTS.filter((post) => post.author === author);
}

/** The invented day a post was placed: fixed, so that two captures of the same post show the same text. */
export function placedOn(post: Post): string {
  const daysAgo = POSTS.indexOf(post);
  return new Date(Date.UTC(2026, 10, 1) - daysAgo * 30 * 3600 * 1000).toISOString();
}

function mix(): Post[] {
  const english = [...ENGLISH_POSTS];
  const mixed = DUTCH_POSTS.flatMap((post, index) => (index % 2 === 1 ? [post, ...english.splice(0, 1)] : [post]));
  return [...mixed, ...english];
}
