import type { Request, Response } from 'express';
import { ownUrls } from '../mail/understand.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { noticePanel, showNotice } from './gates.js';
import { html } from './html.js';
import { wordsIn } from './words.js';

/** The link of a confirm-your-address mail: opening it is enough, as with most real platforms. */
export async function confirmAddress({ reception }: PagesContext, request: Request, response: Response): Promise<void> {
  const words = wordsIn(languageOf(request));
  const notice = await reception.confirm(text(request.params['token']));
  const [title = '', body = ''] = notice ? words.confirmed : words.unknownLink;
  const main = noticePanel(notice ? '✓' : '?', title, html`<p>${body}</p>`, words.backToTimeline);
  show(request, response, { title, main, status: notice ? 200 : 404 });
}

/** The decision that is only told here, behind the link of a portal-only mail. */
export function portal({ memory }: PagesContext, request: Request, response: Response): void {
  const notice = memory.book.notices.find(({ confirmToken }) => confirmToken === request.params['token']);
  if (!notice) return showNotice(request, response, 'missing');
  const words = wordsIn(languageOf(request));
  const [title = '', heading = '', body = ''] = words.portal;
  const main = html`<section class="panel narrow">
    <h1>${heading}</h1>
    <dl class="facts">
      <dt>${words.reference}</dt>
      <dd>${notice.reference ?? '–'}</dd>
      <dt>${words.ticket}</dt>
      <dd>${notice.ticket}</dd>
      <dt>${words.urls}</dt>
      <dd>${notice.urls.map((url) => html`${url}<br />`)}</dd>
    </dl>
    <p>${body}</p>
  </section>`;
  show(request, response, { title, main });
}

/** A wrapped link as trackers make them; it leads to addresses of this platform only. */
export function wrappedLink({ address }: PagesContext, request: Request, response: Response): void {
  const [url] = ownUrls(text(request.query['u']), address);
  if (!url) return showNotice(request, response, 'missing');
  const { pathname, search } = new URL(url);
  response.redirect(302, `${pathname}${search}`);
}

/** Remembers the visitor's language and goes back to where they were, on this platform only. */
export function chooseLanguage(_context: PagesContext, request: Request, response: Response): void {
  const language = request.params['language'] === 'en' ? 'en' : 'nl';
  const back = text(request.query['terug']);
  response.cookie('taal', language, { httpOnly: true, sameSite: 'lax', path: '/' });
  response.redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
}
