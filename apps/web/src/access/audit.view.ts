import type { KeptAnchor } from '#application/access/anchor-places.js';
import type { KeptVerification, LogRow } from '#application/access/audit-log.js';
import { isEventKind } from '#domain/access/event-kinds.js';
import { partOf } from '#domain/access/log-kinds.js';

/** An entry as a line of the page: where it leads, and its facts as codes; `isWorded` where the desk has words for it. */
export function rowView(row: LogRow) {
  const { seq, at, kind, subject, name, actor, actorKind, facts, reference, subjectId } = row;
  const codes = Object.entries(facts).filter(([, value]) => value !== null && !isId(value));
  return {
    ...{ seq, at, kind, subject, name, reference, part: partOf(kind), isWorded: isEventKind(kind) },
    job: actorKind === 'system' ? actor : null,
    isHidden: subjectId === null,
    href: hrefOf(row),
    facts: codes.map(([fact, value]) => `${fact}: ${String(value)}`).join(' · '),
  };
}

/** Facts that are ids say nothing to people; the thing they name stands in the line. */
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);

function hrefOf({ caseId, noticeId, subject, subjectId }: LogRow): string | null {
  if (noticeId !== null) return `/notices/${noticeId}`;
  if (caseId !== null) return `/cases/${caseId}`;
  return subject === 'escalation' && subjectId !== null ? `/dossiers/${subjectId}` : null;
}

/** What the last verification found, for the head of the page; null where there was none. */
export function verificationView(kept: KeptVerification | null) {
  if (kept === null) return null;
  const { ok, count, why, badSeq, anchored } = kept.facts;
  return { at: kept.at, ok: ok === true, count, why: why ?? null, badSeq: badSeq ?? null, anchored: anchored ?? null };
}

/** The last anchor, and whether the auditors have it. */
export function anchorView(anchor: KeptAnchor | null) {
  if (anchor === null) return null;
  const { seq, at, hash, mailedAt, mailTrouble } = anchor;
  const trouble = mailTrouble === null ? null : (TROUBLES.find((each) => each === mailTrouble) ?? 'other');
  return { seq, at, hash: hash.slice(0, 16), mailedAt, trouble };
}

const TROUBLES = ['no-mail-server', 'no-auditors', 'mail.no-smtp-host', 'mail-deferred', 'mail-refused'];
