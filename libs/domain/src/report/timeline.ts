import { decidedAtOf } from './dossier-standing.js';
import type { DossierNotice } from './dossier-facts.js';
import { mailPath } from './dossier-paths.js';

/** One dated fact about one notice; `code` refines the kind, `file` is the mail that shows it (relative to `data/`). */
export interface TimelineRow {
  readonly reference: string;
  readonly at: string;
  /** Hours since the notice was sent, two decimals. */
  readonly hoursAfterSent: number;
  readonly kind: string;
  readonly items: readonly number[];
  readonly code: string | null;
  readonly file: string | null;
}

type Row = Omit<TimelineRow, 'reference' | 'hoursAfterSent'>;
type Teller = (notice: DossierNotice, at: Date) => readonly Row[];

/** Who tells what of a notice's history; at one moment their rows stand in this order. */
const TELLERS: readonly Teller[] = [
  captures,
  sent,
  mails,
  acknowledged,
  decisions,
  happenings,
  withdrawn,
  timeAllowedEnded,
  observations,
];

/** What happened to a notice until a moment, oldest first: sending, mails, decisions, what we saw, and time running out. */
export function timelineOf(notice: DossierNotice, at: Date): TimelineRow[] {
  const rows = TELLERS.flatMap((tell) => tell(notice, at));
  rows.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return rows.map((row) => ({
    reference: notice.reference,
    hoursAfterSent: hoursBetween(notice.sentAt, row.at),
    ...row,
  }));
}

function sent(notice: DossierNotice): Row[] {
  const index = notice.correspondence.findIndex(isNoticeItself);
  return [row(notice.sentAt, 'sent', { code: notice.channel, file: fileOf(notice, index) })];
}

/** The mail that is the notice itself is told by `sent`, a receipt at its own moment by `acknowledged`. */
function mails(notice: DossierNotice): Row[] {
  return notice.correspondence.flatMap((mail, index) => {
    const toldAlready = index === notice.correspondence.findIndex(isNoticeItself) || isTheReceipt(notice, index);
    const kind = mail.direction === 'in' ? 'mail-received' : 'mail-sent';
    return toldAlready ? [] : [row(mail.at, kind, { code: mail.meaning, file: fileOf(notice, index) })];
  });
}

function acknowledged(notice: DossierNotice): Row[] {
  if (notice.acknowledgedAt === null) return [];
  const index = notice.correspondence.findIndex((_, position) => isTheReceipt(notice, position));
  return [row(notice.acknowledgedAt, 'acknowledged', { file: fileOf(notice, index) })];
}

/** Items decided at one moment in one way are one row. */
function decisions(notice: DossierNotice): Row[] {
  const rows = new Map<string, Row>();
  for (const item of notice.items) {
    for (const { decidedAt, code } of item.outcomes) {
      if (decidedAt === null) continue;
      const before = rows.get(`${decidedAt} ${code}`);
      const items = [...(before?.items ?? []), item.position];
      rows.set(`${decidedAt} ${code}`, row(decidedAt, 'decided', { code, items }));
    }
  }
  return [...rows.values()];
}

function happenings(notice: DossierNotice): Row[] {
  return notice.happened.map(({ at, kind, item }) => row(at, kind, { items: item === null ? [] : [item] }));
}

function withdrawn({ withdrawnAt }: DossierNotice): Row[] {
  return withdrawnAt === null ? [] : [row(withdrawnAt, 'withdrawn')];
}

/** Only where it ran out: no decision on every item by then, and not taken back. */
function timeAllowedEnded(notice: DossierNotice, at: Date): Row[] {
  const end = new Date(notice.allowedUntil);
  const decidedAt = decidedAtOf(notice);
  const inTime = (decidedAt !== null && decidedAt <= end) || everyItemHasUndatedDecision(notice);
  const takenBack = notice.withdrawnAt !== null && new Date(notice.withdrawnAt) <= end;
  return end > at || inTime || takenBack ? [] : [row(notice.allowedUntil, 'time-allowed-ended')];
}

function everyItemHasUndatedDecision({ items }: DossierNotice): boolean {
  return items.length > 0 && items.every(({ outcomes }) => outcomes.some(({ decidedAt }) => decidedAt === null));
}

function captures(notice: DossierNotice): Row[] {
  return notice.captures.map(({ endedAt, state, item }) => row(endedAt, 'captured', { code: state, items: [item] }));
}

function observations(notice: DossierNotice): Row[] {
  return notice.items.flatMap(({ position, observations: seen }) =>
    seen.map((each) => row(each.at, 'observed', { code: each.seen, items: [position] })),
  );
}

function row(at: string, kind: string, more: Partial<Row> = {}): Row {
  return { at, kind, items: [], code: null, file: null, ...more };
}

function fileOf(notice: DossierNotice, index: number): string | null {
  const mail = notice.correspondence[index];
  return mail ? mailPath(notice.reference, mail, index) : null;
}

const isNoticeItself = ({ direction, meaning }: DossierNotice['correspondence'][number]): boolean =>
  direction === 'out' && meaning === 'notice';

function isTheReceipt({ correspondence, acknowledgedAt }: DossierNotice, index: number): boolean {
  const isReceipt = (mail: (typeof correspondence)[number]): boolean =>
    mail.meaning === 'receipt' && Date.parse(mail.at) === Date.parse(acknowledgedAt ?? '');
  return index >= 0 && index === correspondence.findIndex(isReceipt);
}

/** Hours with two decimals, negative where something came before. */
export function hoursBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 36_000) / 100;
}
