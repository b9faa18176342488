import type { Request, Response } from 'express';
import { commentsOn } from '../posts/comments.js';
import { drawPicture } from '../posts/picture.js';
import type { Post } from '../posts/post.js';
import { findPost, placedOn } from '../posts/posts.js';
import { standingOf } from '../posts/standings.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { CLOSED, showAgeGate, showNotice } from './gates.js';
import { html, type Html } from './html.js';
import { shownDay, wordsIn, type Language } from './words.js';

/** A post, or the page that stands in its place. */
export function postPage(context: PagesContext, request: Request, response: Response): void {
  const post = findPost(text(request.params['slug']));
  if (!post) return showNotice(request, response, 'missing');
  const standing = standingOf(context.memory.book, post.slug);
  if (CLOSED[standing]) return showNotice(request, response, standing);
  if (standing === 'age-gate' && request.query['leeftijd'] !== '18')
    return showAgeGate(request, response, request.path);
  const language = languageOf(request);
  const picture = standing === 'labelled' ? labelled(post, language) : pictureOf(post);
  const main = html`<article class="post" lang="${post.language}">
    ${heading(post, language)} ${picture}
    <p class="words">${post.text}</p>
    ${facts(context, post, language)} ${comments(context, post, language)}
  </article>`;
  show(request, response, { title: post.title, main, head: meta(context, post) });
}

/** The picture of a post; what the post's page refuses, its picture refuses as well. */
export function picture(context: PagesContext, request: Request, response: Response): void {
  const post = findPost(text(request.params['slug']));
  const status = post ? CLOSED[standingOf(context.memory.book, post.slug)]?.status : 404;
  if (!post || status) {
    response
      .status(status ?? 404)
      .type('txt')
      .send('');
    return;
  }
  const svg = drawPicture(post.scene, `${context.seed} ${post.slug}`, post.title);
  response.set('Cache-Control', 'no-cache').type('image/svg+xml').send(svg);
}

function heading(post: Post, language: Language): Html {
  const words = wordsIn(language);
  const placed = placedOn(post);
  return html`<header>
    <h1>${post.title}</h1>
    <p class="small">
      <span lang="${language}">${words.postedBy}</span> <a href="/u/${post.author}" rel="author">@${post.author}</a>
      <span lang="${language}">${words.postedOn} <time datetime="${placed}">${shownDay(placed, language)}</time></span>
    </p>
  </header>`;
}

function pictureOf(post: Post): Html {
  return html`<img class="picture" src="/p/${post.slug}/beeld.svg" alt="${post.title}" width="960" height="640" />`;
}

function labelled(post: Post, language: Language): Html {
  const words = wordsIn(language);
  return html`<p class="label" lang="${language}">${words.labelled}</p>
    <details>
      <summary lang="${language}">${words.labelledShow}</summary>
      ${pictureOf(post)}
    </details>`;
}

function facts({ address }: PagesContext, post: Post, language: Language): Html {
  const words = wordsIn(language);
  const url = `${address}/p/${post.slug}`;
  return html`<aside class="panel" lang="${language}">
    <dl class="facts">
      <dt>${words.address}</dt>
      <dd><code>${url}</code></dd>
    </dl>
    <p><a class="button" href="/melden?adres=${encodeURIComponent(url)}">${words.reportThis}</a></p>
  </aside>`;
}

function comments({ seed }: PagesContext, post: Post, language: Language): Html {
  return html`<section>
    <h2 lang="${language}">${wordsIn(language).comments}</h2>
    <ul class="comments">
      ${commentsOn(post, seed).map(
        ({ author, words, number }) =>
          html`<li id="reactie-${number}"><a href="/u/${author}">@${author}</a><br />${words}</li>`,
      )}
    </ul>
  </section>`;
}

function meta({ address }: PagesContext, post: Post): Html {
  const url = `${address}/p/${post.slug}`;
  return html`<link rel="canonical" href="${url}" />
    <meta name="description" content="${post.text}" />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="Oefenplein" />
    <meta property="og:title" content="${post.title}" />
    <meta property="og:description" content="${post.text}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:image" content="${url}/beeld.svg" />
    <meta property="og:image:alt" content="${post.title}" />
    <meta property="article:published_time" content="${placedOn(post)}" />
    <meta property="article:author" content="${address}/u/${post.author}" />`;
}
