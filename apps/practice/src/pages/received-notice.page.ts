import type { Request, Response } from 'express';
import type { Answer, ReceivedNotice } from '../memory/book.js';
import { CHOICES, isAnswerKind } from '../scripts/answer-kind.js';
import { languageOf, show, text, type PagesContext } from './context.js';
import { showNotice } from './gates.js';
import { html, type Html } from './html.js';
import { answersTo, describe } from './inbox.page.js';
import { shownTime, wordsIn, type Language } from './words.js';

/** One notice as the platform received it, its answers, and buttons to answer otherwise. */
export function receivedNotice(context: PagesContext, request: Request, response: Response): void {
  const notice = noticeOf(context, request);
  if (!notice) return showNotice(request, response, 'missing');
  const language = languageOf(request);
  const words = wordsIn(language);
  const answers = answersTo(notice, context.memory.book.answers);
  const title = `${words.number} ${notice.number} · ${notice.subject}`;
  const main = html`<h1>${title}</h1>
    <p><a href="/postvak">${words.inbox}</a> · <a href="/postvak/${notice.number}">${words.refresh}</a></p>
    ${notice.repeats !== undefined && html`<p class="label">${words.repeats(notice.repeats)}</p>`}
    <section class="panel">${facts(notice, language)}</section>
    ${answerList(answers, language)} ${steering(notice, answers, language)} ${followUps(notice, language)}
    <h2>${words.letter}</h2>
    <pre tabindex="0">${notice.text}</pre>`;
  show(request, response, { title, main });
}

/** "Answer now": with a chosen kind, or the next planned one. */
export async function answerNow(context: PagesContext, request: Request, response: Response): Promise<void> {
  const notice = noticeOf(context, request);
  const kind = text((request.body as Record<string, unknown> | undefined)?.['kind']);
  if (!notice || (kind !== '' && !isAnswerKind(kind))) return showNotice(request, response, 'missing');
  const open = answersTo(notice, context.memory.book.answers).some(isOpen);
  if (kind !== '' && isAnswerKind(kind)) await context.reception.answerNow(notice.number, kind);
  else if (open) await context.reception.answerNow(notice.number);
  response.redirect(303, `/postvak/${notice.number}`);
}

function noticeOf({ memory }: PagesContext, request: Request): ReceivedNotice | undefined {
  return memory.book.notices.find(({ number }) => String(number) === request.params['number']);
}

const isOpen = ({ state }: Answer): boolean => state === 'planned' || state === 'waiting';

function facts(notice: ReceivedNotice, language: Language): Html {
  const words = wordsIn(language);
  const rows: readonly (readonly [string, string | Html])[] = [
    [words.arrived, shownTime(notice.receivedAt, language)],
    [words.reference, notice.reference ?? '–'],
    [words.ticket, notice.ticket],
    [words.from, notice.channel === 'web-form' ? words.webForm : notice.from],
    [words.replyTo, notice.replyTo],
    ['SHA-256', notice.digest ?? '–'],
    [words.urls, html`${notice.urls.map((url) => html`<a href="${url}">${url}</a><br />`)}`],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function answerList(answers: readonly Answer[], language: Language): Html {
  const words = wordsIn(language);
  const rows = answers.map(
    (answer) =>
      html`<tr>
        <td>${describe(answer, language)}</td>
        <td><span class="state state-${answer.state}">${words.states[answer.state]}</span></td>
        <td>
          ${answer.subject}${answer.trouble && html`<br /><span class="small">${words.trouble} (${answer.trouble})</span>`}
        </td>
      </tr>`,
  );
  return html`<h2>${words.answers}</h2>
    ${
      rows.length === 0
        ? html`<p>${words.nothingNext}</p>`
        : html`<div class="scroll">
            <table>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`
    }`;
}

function steering(notice: ReceivedNotice, answers: readonly Answer[], language: Language): Html {
  const words = wordsIn(language);
  const action = `/postvak/${notice.number}/antwoord`;
  const next = html`<form method="post" action="${action}"><button>${words.answerNext}</button></form>`;
  const choices = CHOICES.map(
    (kind) =>
      html`<form method="post" action="${action}">
        <input type="hidden" name="kind" value="${kind}" /><button class="quiet">${words.kinds[kind]}</button>
      </form>`,
  );
  return html`<section class="panel">
    <h2>${words.answerNow}</h2>
    <p class="small">${words.answerNowLead}</p>
    ${answers.some(isOpen) && next}
    <div class="choices">${choices}</div>
  </section>`;
}

function followUps(notice: ReceivedNotice, language: Language): Html {
  const words = wordsIn(language);
  const items = notice.followUps.map(
    (mail) =>
      html`<li>
        <strong>${words.means[mail.means]}</strong> · ${shownTime(mail.receivedAt, language)} · ${mail.subject}
        <pre tabindex="0">${mail.text.slice(0, 600)}</pre>
      </li>`,
  );
  return html`${
    items.length > 0 &&
    html`<h2>${words.followUps}</h2>
      <ul>
        ${items}
      </ul>`
  }`;
}
