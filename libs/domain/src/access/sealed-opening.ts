import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';

/** A reason for opening a sealed case holds for this long, and only in the session it was given in. */
export const OPENING_MINUTES = 30;

/** The longest reason that is kept, in characters. */
export const LONGEST_REASON = 1000;

/** Somebody opened a sealed case and said why; kept for good, and told to nobody but who looks into it. */
export interface SealedOpening {
  readonly id: string;
  readonly caseId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly reason: string;
}

/** An opening with its event, which carries none of its words; refuses without a reason. */
export function openSealed(opening: SealedOpening): { opening: SealedOpening; event: DomainEvent } {
  const reason = opening.reason.trim();
  if (reason === '') throw new RuleViolation('case.reason-missing');
  if (reason.length > LONGEST_REASON) throw new RuleViolation('case.reason-too-long', { most: LONGEST_REASON });
  const facts = { openingId: opening.id };
  const event = { kind: 'sealed-case-opened', subject: 'case', subjectId: opening.caseId, facts } as const;
  return { opening: { ...opening, reason }, event };
}
