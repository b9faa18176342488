import { countsFrom } from './dossier-standing.js';
import type { DossierFacts, DossierItem, DossierNotice } from './dossier-facts.js';

/** The facts as they were known at a moment: whatever came later is left out, so an older dossier can be made again. */
export function asOf(facts: DossierFacts, at: Date): DossierFacts {
  const notices = facts.notices.filter(({ sentAt }) => Date.parse(sentAt) <= at.getTime());
  return { ...facts, notices: inOrder(notices).map((notice) => noticeAsOf(notice, at)) };
}

function noticeAsOf(notice: DossierNotice, at: Date): DossierNotice {
  const until = at.getTime();
  const reached = (instant: string): boolean => Date.parse(instant) <= until;
  return {
    ...notice,
    acknowledgedAt: notice.acknowledgedAt && reached(notice.acknowledgedAt) ? notice.acknowledgedAt : null,
    withdrawnAt: notice.withdrawnAt && reached(notice.withdrawnAt) ? notice.withdrawnAt : null,
    items: notice.items.map((item) => itemAsOf(item, notice, until)),
    happened: byTime(notice.happened.filter(({ at: when }) => reached(when))),
    correspondence: byTime(notice.correspondence.filter(({ at: when }) => reached(when))),
    captures: notice.captures
      .filter(({ endedAt }) => reached(endedAt))
      .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || a.item - b.item),
  };
}

function itemAsOf(item: DossierItem, notice: DossierNotice, until: number): DossierItem {
  return {
    ...item,
    outcomes: item.outcomes.filter((outcome) => countsFrom(outcome, notice) <= until),
    observations: byTime(item.observations.filter(({ at }) => Date.parse(at) <= until)),
  };
}

/** By day of sending, then reference: the order of the table of notices. */
function inOrder(notices: readonly DossierNotice[]): DossierNotice[] {
  const byReference = (a: DossierNotice, b: DossierNotice): number => (a.reference < b.reference ? -1 : 1);
  return [...notices].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || byReference(a, b));
}

function byTime<T extends { readonly at: string }>(things: readonly T[]): T[] {
  return [...things].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
