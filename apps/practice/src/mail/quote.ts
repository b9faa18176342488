import type { ReceivedNotice } from '../memory/book.js';

/** The line above a quoted mail and the quoted lines, as mail programs write them; the first 25 lines are enough. */
export function quoted(notice: ReceivedNotice, language: 'nl' | 'en'): { opening: string; lines: string[] } {
  const lines = notice.text.trim().split(/\r?\n/).slice(0, 25);
  const when = new Date(notice.receivedAt);
  const shown = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(when);
  const opening = language === 'nl' ? `Op ${shown} schreef <${notice.from}>:` : `On ${shown}, <${notice.from}> wrote:`;
  return { opening, lines };
}
