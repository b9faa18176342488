import type { Outcome } from '../outcome/outcome.js';
import { effectiveAt } from '../outcome/outcome.js';
import { PENDING, type Standing } from '../outcome/roll-up.js';
import { followUp, type Spell } from '../statistics/spells.js';
import type { DossierItem, DossierNotice, DossierOutcome } from './dossier-facts.js';

/** How a notice stood at a moment, by the same rule that makes the figures. */
export function standingOf(notice: DossierNotice, at: Date): Standing {
  return standingAt(spellsOf(notice).notice, at);
}

/** How each item stood at a moment, in the order of the items. */
export function itemStandings(notice: DossierNotice, at: Date): Standing[] {
  return spellsOf(notice).items.map(({ spells }) => standingAt(spells, at));
}

/** When the last item had its first decision (design.md §5); null while one has none, or has one without a date. */
export function decidedAtOf(notice: DossierNotice): Date | null {
  const firsts = notice.items.map(firstDecided);
  return firsts.length === 0 || firsts.includes(null) ? null : new Date(Math.max(...(firsts as number[])));
}

function firstDecided({ outcomes }: DossierItem): number | null {
  const dates = outcomes.flatMap(({ decidedAt }) => (decidedAt === null ? [] : [Date.parse(decidedAt)]));
  return dates.length === 0 ? null : Math.min(...dates);
}

/** Milliseconds since 1970 at which a decision began to count. */
export function countsFrom(outcome: DossierOutcome, notice: Pick<DossierNotice, 'sentAt'>): number {
  return effectiveAt(asOutcome(outcome), new Date(notice.sentAt)).getTime();
}

function spellsOf(notice: DossierNotice) {
  return followUp({
    sentAt: new Date(notice.sentAt),
    allowedUntil: new Date(notice.allowedUntil),
    withdrawnAt: notice.withdrawnAt === null ? null : new Date(notice.withdrawnAt),
    items: notice.items.map((item) => ({ id: String(item.position), outcomes: item.outcomes.map(asOutcome) })),
  });
}

function asOutcome(outcome: DossierOutcome): Outcome {
  return { ...outcome, messageId: null, recordedBy: '', reason: '' };
}

function standingAt(spells: readonly Spell[], at: Date): Standing {
  return spells.findLast(({ from }) => from === null || from <= at) ?? PENDING;
}
