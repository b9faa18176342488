import type { Request, Response } from 'express';
import { ownUrls } from '../mail/understand.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { noticePanel, showNotice } from './gates.js';
import { html, type Html } from './html.js';
import type { PageWords } from './words-nl.js';
import { wordsIn } from './words.js';

type Form = Readonly<Record<'urls' | 'explanation' | 'reference' | 'email' | 'bonaFide', string>>;
type Errors = Readonly<Partial<Record<keyof Form, string>>>;

/** The empty notice form, or with the address the visitor came from. */
export function reportForm(_context: PagesContext, request: Request, response: Response): void {
  const form = { urls: text(request.query['adres']), explanation: '', reference: '', email: '', bonaFide: '' };
  showForm(request, response, form, {});
}

/** Takes a notice from the form and gives its number, or shows what is still wrong. */
export async function submitReport(context: PagesContext, request: Request, response: Response): Promise<void> {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const field = (name: keyof Form): string => text(body[name]).slice(0, 8000);
  const form: Form = {
    urls: field('urls'),
    explanation: field('explanation'),
    reference: field('reference'),
    email: field('email'),
    bonaFide: field('bonaFide'),
  };
  const urls = ownUrls(form.urls, context.address);
  const errors = errorsIn(form, urls, wordsIn(languageOf(request)));
  if (Object.keys(errors).length > 0) return showForm(request, response, form, errors);
  const { email, explanation, reference } = form;
  const notice = await context.reception.receiveForm({
    email,
    urls,
    text: explanation,
    ...(reference ? { reference: reference.slice(0, 60) } : {}),
  });
  response.redirect(303, `/melden/ontvangen/${notice.confirmToken}`);
}

/** The number of a notice just taken in. */
export function reportReceived({ memory }: PagesContext, request: Request, response: Response): void {
  const notice = memory.book.notices.find(({ confirmToken }) => confirmToken === request.params['token']);
  const words = wordsIn(languageOf(request));
  const [title = '', number = '', after = ''] = words.thanks;
  if (!notice) return showNotice(request, response, 'missing');
  const body = html`<p>${number} <strong>${notice.ticket}</strong>.</p>
    <p>${after}</p>`;
  show(request, response, { title, main: noticePanel('✓', title, body, words.backToTimeline) });
}

function errorsIn(form: Form, urls: readonly string[], { form: words }: PageWords): Errors {
  return {
    ...(urls.length === 0 ? { urls: words.urlError } : {}),
    ...(form.explanation === '' ? { explanation: words.explanationError } : {}),
    ...(/^[^\s@<>]+@[^\s@<>]+$/.test(form.email) ? {} : { email: words.emailError }),
    ...(form.bonaFide === '' ? { bonaFide: words.bonaFideError } : {}),
  };
}

function showForm(request: Request, response: Response, form: Form, errors: Errors): void {
  const { form: words } = wordsIn(languageOf(request));
  const wrong = Object.entries(errors);
  const main = html`<div class="narrow">
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${wrong.length > 0 && summary(words.errors, wrong)}
    <form method="post" action="/melden" novalidate>
      ${field('urls', words.url, errors, area('urls', form.urls, errors, 'hint-urls'), hint('hint-urls', words.urlHint))}
      ${field('explanation', words.explanation, errors, area('explanation', form.explanation, errors))}
      ${field('reference', words.reference, errors, input('text', 'reference', form.reference, errors))}
      ${field('email', words.email, errors, input('email', 'email', form.email, errors))}
      <div class="field">
        ${problem('bonaFide', errors)}
        <div class="check">
          <input type="checkbox" id="bonaFide" name="bonaFide" value="ja" ${form.bonaFide && html`checked`} />
          <label for="bonaFide">${words.bonaFide}</label>
        </div>
      </div>
      <button>${words.send}</button>
    </form>
  </div>`;
  const title = wrong.length > 0 ? `${words.errors} · ${words.title}` : words.title;
  show(request, response, { title, main, status: wrong.length > 0 ? 422 : 200 });
}

function summary(title: string, errors: readonly (readonly [string, string])[]): Html {
  const items = errors.map(([name, message]) => html`<li><a href="#${name}">${message}</a></li>`);
  return html`<section class="errors" role="alert" tabindex="-1">
    <h2>${title}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}

function field(name: keyof Form, label: string, errors: Errors, control: Html, above?: Html): Html {
  return html`<div class="field"><label for="${name}">${label}</label>${above}${problem(name, errors)}${control}</div>`;
}

const hint = (id: string, words: string): Html => html`<p class="hint" id="${id}">${words}</p>`;

function problem(name: keyof Form, errors: Errors): Html {
  return html`${errors[name] && html`<p class="error" id="error-${name}">${errors[name]}</p>`}`;
}

function area(name: keyof Form, value: string, errors: Errors, described = ''): Html {
  return html`<textarea id="${name}" name="${name}" rows="4" ${aria(name, errors, described)}>${value}</textarea>`;
}

function input(type: string, name: keyof Form, value: string, errors: Errors): Html {
  return html`<input type="${type}" id="${name}" name="${name}" value="${value}" ${aria(name, errors, '')} />`;
}

function aria(name: keyof Form, errors: Errors, described: string): Html {
  const ids = [described, errors[name] ? `error-${name}` : ''].filter(Boolean).join(' ');
  return html`${ids && html`aria-describedby="${ids}"`} ${errors[name] && html`aria-invalid="true"`}`;
}
