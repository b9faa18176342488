import type { Request, Response } from 'express';
import { findPost, POSTS } from '../posts/posts.js';
import { putBack, standingOf } from '../posts/standings.js';
import { scriptOf } from '../scripts/scripts.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { html, type Html } from './html.js';
import { wordsIn } from './words.js';

/** Every post with what a notice about it leads to, so that a person can choose what to practise. */
export function guide(context: PagesContext, request: Request, response: Response): void {
  const words = wordsIn(languageOf(request));
  const heads = [words.guidePost, words.guideScript, words.guideStanding];
  const main = html`<h1>${words.guide}</h1>
    <p class="lead">${words.guideLead}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.guide}">
      <table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${POSTS.map((post) => row(context, request, post.slug))}
        </tbody>
      </table>
    </div>`;
  show(request, response, { title: words.guide, main });
}

/** Puts a post back as it was, for the next person who practises. */
export async function restore({ memory }: PagesContext, request: Request, response: Response): Promise<void> {
  const slug = text(request.params['slug']);
  if (findPost(slug)) await memory.change((book) => putBack(book, slug));
  response.redirect(303, '/oefengids');
}

function row({ memory, address }: PagesContext, request: Request, slug: string): Html {
  const language = languageOf(request);
  const words = wordsIn(language);
  const post = findPost(slug);
  if (!post) return html``;
  const standing = standingOf(memory.book, slug);
  const back = html`<form method="post" action="/oefengids/${slug}/terug">
    <button class="quiet">${words.putBack}</button>
  </form>`;
  return html`<tr>
    <td><a href="/p/${slug}" lang="${post.language}">${post.title}</a><br /><code>${address}/p/${slug}</code></td>
    <td>${scriptOf(post.script).says[language]}</td>
    <td>${words.standings[standing]} ${memory.book.posts[slug] && back}</td>
  </tr>`;
}
