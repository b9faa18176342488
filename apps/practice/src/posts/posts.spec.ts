import { describe, expect, test } from '@jest/globals';
import { emptyBook } from '../memory/book.js';
import { LOOKS } from '../mail/look.js';
import { SCRIPTS } from '../scripts/scripts.js';
import { commentsOn } from './comments.js';
import { drawPicture } from './picture.js';
import { findPost, POSTS, postsBy } from './posts.js';
import { carryOut, isSuspended, putBack, standingOf } from './standings.js';

const at = '2026-11-21T12:00:00.000Z';

describe('The posts', () => {
  test('are forty, each with an address of its own', () => {
    expect(POSTS).toHaveLength(40);
    expect(new Set(POSTS.map(({ slug }) => slug)).size).toBe(40);
    expect(POSTS.every(({ slug }) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  });

  test('use every script and every look, so that each can be practised', () => {
    expect(new Set(POSTS.map(({ script }) => script))).toEqual(new Set(Object.keys(SCRIPTS)));
    expect(new Set(POSTS.map(({ look }) => look))).toEqual(new Set(Object.keys(LOOKS)));
  });

  test('are answered in their own language', () => {
    for (const { language, look } of POSTS) expect(LOOKS[look].language).toBe(language);
  });

  test('have pictures and comments that are the same each time', () => {
    for (const post of POSTS) {
      const picture = drawPicture(post.scene, post.slug, post.title);
      expect(drawPicture(post.scene, post.slug, post.title)).toBe(picture);
      expect(picture).not.toMatch(/NaN|undefined/);
      expect(commentsOn(post, 's')).toEqual(commentsOn(post, 's'));
    }
  });
});

describe('How a post stands', () => {
  test('follows the decision, and a post that went does not come back by another decision', () => {
    const book = emptyBook();
    carryOut(book, 'zonsondergang', 'age-restricted', at, 1);
    expect(standingOf(book, 'zonsondergang')).toBe('age-gate');
    carryOut(book, 'zonsondergang', 'removed-law', at, 2);
    carryOut(book, 'zonsondergang', 'labelled', at, 3);
    expect(standingOf(book, 'zonsondergang')).toBe('gone');
    putBack(book, 'zonsondergang');
    expect(standingOf(book, 'zonsondergang')).toBe('visible');
  });

  test('a refusal leaves the post where it is', () => {
    const book = emptyBook();
    carryOut(book, 'zonsondergang', 'no-violation', at, 1);
    expect(book.posts).toEqual({});
  });

  test('a suspended account takes all its posts along', () => {
    const book = emptyBook();
    const author = findPost('zeezicht')?.author ?? '';
    carryOut(book, 'zeezicht', 'account-suspended', at, 1);
    expect(isSuspended(book, author)).toBe(true);
    expect(postsBy(author).map(({ slug }) => standingOf(book, slug))).toEqual(['suspended', 'suspended', 'suspended']);
  });

  test('scripts that suspend an account do so to authors with one post, so that nobody else’s practice is disturbed', () => {
    const authors = POSTS.filter(({ script }) => script === 'account-suspended').map(({ author }) => author);
    for (const author of authors) expect(postsBy(author)).toHaveLength(1);
  });
});
