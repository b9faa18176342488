import type { DecisionCode } from './outcome-code.js';

/** On what a platform based its decision: the law, its own terms, or it did not say. */
export const BASES = ['law', 'terms', 'unknown'] as const;
export type Basis = (typeof BASES)[number];

/** How we know what the platform decided. */
export const SOURCES = ['mail', 'portal', 'app', 'phone', 'api', 'import'] as const;
export type OutcomeSource = (typeof SOURCES)[number];

/**
 * What a platform decided about one content item, as we recorded it (Art. 16(5) DSA). First and latest are both kept, so
 * records are added and never replaced. Instants are ISO 8601 text because a record is stored as JSON.
 */
export interface Outcome {
  readonly code: DecisionCode;
  readonly basis: Basis;
  /** ISO 3166 alpha-2 or `EU`; empty when worldwide or unsaid. */
  readonly territory: readonly string[];
  readonly automated: 'yes' | 'no' | 'unknown';
  readonly reasonsGiven: boolean;
  readonly redressMentioned: boolean;
  readonly source: OutcomeSource;
  /** The mail it rests on, where there is one. */
  readonly messageId: string | null;
  /** When the platform decided; null when nobody knows. */
  readonly decidedAt: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** Why a person recorded it without a mail or corrected an earlier one; empty otherwise. */
  readonly reason: string;
}

/** When an outcome begins to count: its own moment, else the moment the notice was sent. */
export const effectiveAt = (outcome: Outcome, sentAt: Date): Date =>
  outcome.decidedAt === null ? sentAt : new Date(outcome.decidedAt);
