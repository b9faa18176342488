import type { DossierFacts, DossierNotice } from './dossier-facts.js';
import { decidedAtOf, standingOf } from './dossier-standing.js';

/** Facts that bear on a provision, counted over the notices; whether they breach it is for the regulator to say. */
export interface ProvisionFact {
  readonly provision: '16(1)' | '16(4)' | '16(5)' | '22(1)';
  readonly fact: string;
  readonly count: number;
  /** Of how many notices the fact could be true. */
  readonly of: number;
  /** The notices counted, in the order of the table. */
  readonly references: readonly string[];
}

interface Question {
  readonly provision: ProvisionFact['provision'];
  readonly fact: string;
  readonly concerns: (notice: DossierNotice, at: Date) => boolean;
  readonly holds: (notice: DossierNotice, at: Date) => boolean;
}

/** In the order of the law. Only what we can know is counted: an earlier administration may not have noted a receipt. */
const QUESTIONS: readonly Question[] = [
  { provision: '16(1)', fact: 'refused-unexamined', concerns: always, holds: isRejected },
  { provision: '16(4)', fact: 'no-receipt', concerns: receiptIsKnown, holds: hasNoReceipt },
  { provision: '16(4)', fact: 'receipt-not-recorded', concerns: isImported, holds: receiptIsUnknown },
  { provision: '16(5)', fact: 'no-decision', concerns: always, holds: isUnanswered },
  { provision: '16(5)', fact: 'no-redress', concerns: hasWrittenDecision, holds: mentionsNoRedress },
  { provision: '22(1)', fact: 'decided-late', concerns: hasDatedDecision, holds: wasDecidedLate },
];

/** Counts each fact over the notices of a dossier as they stood at a moment. */
export function provisionFacts({ notices }: Pick<DossierFacts, 'notices'>, at: Date): ProvisionFact[] {
  return QUESTIONS.map(({ provision, fact, concerns, holds }) => {
    const concerned = notices.filter((notice) => concerns(notice, at));
    const found = concerned.filter((notice) => holds(notice, at));
    const references = found.map(({ reference }) => reference);
    return { provision, fact, count: found.length, of: concerned.length, references };
  });
}

function always(): boolean {
  return true;
}

function isRejected(notice: DossierNotice, at: Date): boolean {
  return standingOf(notice, at).class === 'rejected';
}

function receiptIsKnown(notice: DossierNotice): boolean {
  return !receiptIsUnknown(notice);
}

function isImported({ origin }: DossierNotice): boolean {
  return origin === 'imported';
}

function receiptIsUnknown(notice: DossierNotice): boolean {
  return isImported(notice) && notice.acknowledgedAt === null;
}

function hasNoReceipt(notice: DossierNotice): boolean {
  return notice.acknowledgedAt === null;
}

function isUnanswered(notice: DossierNotice, at: Date): boolean {
  return standingOf(notice, at).class === 'no-response';
}

/** Only of what the provider itself wrote can we say what it does not mention. */
function writtenDecisions(notice: DossierNotice) {
  return notice.items.flatMap(({ outcomes }) => outcomes.filter(({ source }) => source === 'mail' || source === 'api'));
}

function hasWrittenDecision(notice: DossierNotice): boolean {
  return writtenDecisions(notice).length > 0;
}

function mentionsNoRedress(notice: DossierNotice): boolean {
  return writtenDecisions(notice).every(({ redressMentioned }) => !redressMentioned);
}

function hasDatedDecision(notice: DossierNotice): boolean {
  return decidedAtOf(notice) !== null;
}

function wasDecidedLate(notice: DossierNotice): boolean {
  const decidedAt = decidedAtOf(notice);
  return decidedAt !== null && decidedAt > new Date(notice.allowedUntil);
}
