import type { Request, Response } from 'express';
import type { Answer, ReceivedNotice } from '../memory/book.js';
import { languageOf, show, type PagesContext } from './context.js';
import { html, type Html } from './html.js';
import { shownTime, wordsIn, type Language } from './words.js';

/** What came in, newest first, and what the platform will answer next. */
export function inbox({ memory }: PagesContext, request: Request, response: Response): void {
  const language = languageOf(request);
  const words = wordsIn(language);
  const { notices, answers } = memory.book;
  const rows = notices.toReversed().map((notice) => row(notice, answersTo(notice, answers), language));
  const heads = [words.number, words.arrived, words.subject, words.urls, words.next];
  const list = html`<div class="scroll" tabindex="0" role="region" aria-label="${words.inbox}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
  const main = html`<h1>${words.inbox}</h1>
    <p class="lead">${words.inboxLead}</p>
    <p><a href="/postvak">${words.refresh}</a></p>
    ${notices.length === 0 ? html`<p class="panel">${words.inboxEmpty}</p>` : list}`;
  show(request, response, { title: words.inbox, main });
}

export function answersTo(notice: ReceivedNotice, answers: readonly Answer[]): readonly Answer[] {
  return answers.filter((answer) => answer.notice === notice.number);
}

function row(notice: ReceivedNotice, answers: readonly Answer[], language: Language): Html {
  const next = answers.find(({ state }) => state === 'planned') ?? answers.find(({ state }) => state === 'waiting');
  const { nothingNext, webForm } = wordsIn(language);
  const from = notice.channel === 'web-form' ? webForm : notice.from;
  return html`<tr>
    <td><a href="/postvak/${notice.number}">${notice.number}</a></td>
    <td class="when">${shownTime(notice.receivedAt, language)}</td>
    <td>${notice.subject}<br /><span class="small">${from}</span></td>
    <td>${notice.urls.map((url) => html`<code>${pathOf(url)}</code><br />`)}</td>
    <td>${next ? html`${describe(next, language)}` : html`<span class="small">${nothingNext}</span>`}</td>
  </tr>`;
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** An answer in words: what and when. */
export function describe(answer: Answer, language: Language): Html {
  const words = wordsIn(language);
  return html`${words.kinds[answer.kind]}<br /><span class="small">${when(answer, language)}</span>`;
}

function when(answer: Answer, language: Language): string {
  const words = wordsIn(language);
  if (answer.state === 'sent' && answer.sentAt) return shownTime(answer.sentAt, language);
  if (answer.state === 'waiting') return answer.waitsFor === 'reply' ? words.waitsReply : words.waitsConfirmation;
  if (!answer.dueAt || answer.state !== 'planned') return '';
  const seconds = Math.ceil((Date.parse(answer.dueAt) - Date.now()) / 1000);
  return `${words.within(seconds)} (${shownTime(answer.dueAt, language)})`;
}
