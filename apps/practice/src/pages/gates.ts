import type { Request, Response } from 'express';
import type { PostStanding } from '../scripts/answer-kind.js';
import { languageOf, show } from './context.js';
import { html, type Html } from './html.js';
import { wordsIn } from './words.js';

/** Standings in which nobody gets to see the post, with the status a real platform answers (451: RFC 7725). */
export const CLOSED: Readonly<Partial<Record<PostStanding, { readonly status: number; readonly sign: string }>>> = {
  gone: { status: 410, sign: '⌀' },
  missing: { status: 404, sign: '?' },
  suspended: { status: 404, sign: '⊘' },
  'geo-blocked': { status: 451, sign: '⚖' },
  private: { status: 403, sign: '⚿' },
};

/** A page that says why there is nothing to see; the fixed wording makes it easy to recognise in a capture. */
export function showNotice(request: Request, response: Response, standing: PostStanding): void {
  const words = wordsIn(languageOf(request));
  const { status, sign } = CLOSED[standing] ?? { status: 404, sign: '?' };
  const texts: Partial<Record<PostStanding, readonly string[]>> = {
    gone: words.gone,
    missing: words.missing,
    suspended: words.suspended,
    'geo-blocked': words.geo,
    private: words.private,
  };
  if (status === 451) response.set('Link', '</>; rel="blocked-by"');
  const [title = '', body = ''] = texts[standing] ?? words.missing;
  show(request, response, {
    title,
    status,
    main: noticePanel(sign, title, html`<p>${body}</p>`, words.backToTimeline),
  });
}

/** The gate before an age-restricted post; passing it takes no cookie, only a question in the address. */
export function showAgeGate(request: Request, response: Response, path: string): void {
  const words = wordsIn(languageOf(request));
  const [title = '', body = ''] = words.ageGate;
  const form = html`<p>${body}</p>
    <form method="get" action="${path}">
      <input type="hidden" name="leeftijd" value="18" />
      <button>${words.ageContinue}</button>
    </form>`;
  show(request, response, { title, main: noticePanel('18+', title, form, words.backToTimeline) });
}

export function noticePanel(sign: string, title: string, body: Html, back: string): Html {
  return html`<section class="panel notice">
    <p class="sign" aria-hidden="true">${sign}</p>
    <h1>${title}</h1>
    ${body}
    <p><a href="/">${back}</a></p>
  </section>`;
}
