import { CATEGORY_LABELS, isCategory } from '#domain/ground/category.js';
import type { DossierGround } from '#domain/report/dossier-facts.js';
import { mailPath } from '#domain/report/dossier-paths.js';
import type { Dossier, StandingNotice } from '#domain/report/dossier.js';
import type { TimelineRow } from '#domain/report/timeline.js';
import { evidenceRows } from './dossier-tables.js';
import type { ReportFormats } from './report-formats.js';
import type { ReportWords } from './report-words.js';

/** The annexes of a dossier as its pages show them: table of notices, history of each, list of what was kept. */
export function presentNotices(dossier: Dossier, words: ReportWords, formats: ReportFormats) {
  const facts = factsByReference(dossier);
  return {
    notices: dossier.notices.map((notice, index) => ({
      ...presentNotice(notice, index, words, formats),
      facts: facts.get(notice.reference) ?? '',
    })),
    mails: dossier.notices.flatMap((notice) => presentMails(notice, formats)),
    evidence: evidenceRows(dossier).map(({ reference, path, file, capture }) => ({
      reference,
      path,
      sha256: file.sha256,
      size: formats.bytes(file.bytes),
      at: formats.moment(capture.endedAt),
      item: String(capture.item),
    })),
  };
}

/** The letters of the counted facts that a notice belongs to, so that every count can be traced. */
function factsByReference({ provisions }: Dossier): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [index, { references }] of provisions.entries()) {
    for (const each of references) letters.set(each, `${letters.get(each) ?? ''} ${letterOf(index)}`.trim());
  }
  return letters;
}

/** The letter of the n-th counted fact: `a`, `b`, … */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}

function presentNotice(notice: StandingNotice, index: number, words: ReportWords, formats: ReportFormats) {
  return {
    number: String(index + 1),
    reference: notice.reference,
    platform: notice.platform.name,
    line: words.of('line', notice.line),
    grounds: notice.grounds.map((ground) => ground.code).join(', ') || words.say('unknown'),
    groundTitles: notice.grounds.map((ground) => groundTitle(ground, words)),
    category: categoryName(notice.category, words),
    theirReference: notice.theirReference ?? '',
    isImported: notice.origin === 'imported',
    sent: formats.shortDay(notice.sentAt),
    acknowledged: formats.shortDay(notice.acknowledgedAt),
    decided: formats.shortDay(notice.decidedAt),
    decisionTime: formats.duration(notice.decisionHours),
    class: notice.class,
    className: words.of('class', notice.class) + (notice.partly ? ` (${words.say('partly')})` : ''),
    code: notice.code === null ? '' : words.of('code', notice.code),
    itemCount: formats.number(notice.items.length),
    items: notice.items.map((item, position) => presentItem(notice, item, position, { words, formats })),
    timeline: notice.timeline.map((row) => presentRow(row, words, formats)),
  };
}

function presentItem(
  notice: StandingNotice,
  item: StandingNotice['items'][number],
  position: number,
  { words, formats }: { readonly words: ReportWords; readonly formats: ReportFormats },
) {
  const latest = item.outcomes.at(-1);
  const standing = notice.itemClasses[position];
  return {
    position: String(item.position),
    url: item.url === '' ? words.say('unknown') : item.url,
    locator: item.locator,
    postedOn: item.postedOn === undefined ? '' : formats.day(item.postedOn),
    standing: standing === undefined ? '' : words.of('class', standing).toLowerCase(),
    code: latest ? words.of('code', latest.code) : '',
    territory: latest?.territory.join(', ') ?? '',
  };
}

function presentRow(row: TimelineRow, words: ReportWords, formats: ReportFormats) {
  const detail = row.code === null ? '' : words.of(row.kind === 'decided' ? 'code' : 'detail', row.code);
  const items = row.items.length === 0 ? '' : words.say(row.items.length === 1 ? 'item' : 'items');
  return {
    moment: formats.moment(row.at),
    machine: formats.machine(row.at),
    after: formats.after(row.hoursAfterSent),
    event: words.of('event', row.kind),
    detail: [detail, items && `${items} ${ranges(row.items)}`].filter(Boolean).join(' · '),
    file: row.file ?? '',
  };
}

function presentMails(notice: StandingNotice, formats: ReportFormats) {
  return notice.correspondence.map((mail, index) => ({
    path: mailPath(notice.reference, mail, index),
    sha256: mail.sha256,
    size: formats.bytes(mail.bytes),
  }));
}

function groundTitle(ground: DossierGround, words: ReportWords): string {
  const title = words.language === 'nl' ? ground.titleNl : ground.titleEn;
  return `${ground.law} ${ground.article}: ${title}`;
}

function categoryName(category: string | null, words: ReportWords): string {
  return category !== null && isCategory(category) ? CATEGORY_LABELS[category][words.language] : words.say('unknown');
}

/** `1–3, 5` for the items 1, 2, 3 and 5. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const each of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === each - 1) last[1] = each;
    else runs.push([each, each]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
