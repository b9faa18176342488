import type { Request, Response } from 'express';
import type { Post } from '../posts/post.js';
import { placedOn, POSTS, postsBy } from '../posts/posts.js';
import { isSuspended, standingOf } from '../posts/standings.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { showNotice } from './gates.js';
import { html, type Html } from './html.js';
import { shownDay, wordsIn, type Language } from './words.js';

/** All posts that can be seen, newest first. */
export function timeline(context: PagesContext, request: Request, response: Response): void {
  const words = wordsIn(languageOf(request));
  const posts = POSTS.filter((post) => isListed(context, post));
  const main = html`<h1>${words.timeline}</h1>
    <p class="lead">${words.timelineLead}</p>
    ${cards(posts, languageOf(request))}`;
  show(request, response, { title: words.timeline, main });
}

/** One author and their posts. */
export function profile(context: PagesContext, request: Request, response: Response): void {
  const author = text(request.params['author']);
  const words = wordsIn(languageOf(request));
  const all = postsBy(author);
  if (all.length === 0) return showNotice(request, response, 'missing');
  if (isSuspended(context.memory.book, author)) return showNotice(request, response, 'suspended');
  const posts = all.filter((post) => isListed(context, post));
  const main = html`<h1>${words.profile} @${author}</h1>
    <p class="lead">${posts.length} ${words.profilePosts}</p>
    ${cards(posts, languageOf(request))}`;
  show(request, response, { title: `@${author}`, main });
}

/** Age-gated and private posts are reached by their address only. */
function isListed(context: PagesContext, post: Post): boolean {
  return ['visible', 'labelled'].includes(standingOf(context.memory.book, post.slug));
}

function cards(posts: readonly Post[], language: Language): Html {
  return html`<ul class="cards">
    ${posts.map(
      (post) =>
        html`<li class="card" lang="${post.language}">
          <img src="/p/${post.slug}/beeld.svg" alt="" width="960" height="640" />
          <div>
            <h2><a href="/p/${post.slug}">${post.title}</a></h2>
            <p>${post.text}</p>
            <p class="small">
              <a href="/u/${post.author}">@${post.author}</a> ·
              <span lang="${language}">${shownDay(placedOn(post), language)}</span>
            </p>
          </div>
        </li>`,
    )}
  </ul>`;
}
