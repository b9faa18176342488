import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { Platform, Provider } from './platform.js';

/** What of the register has versions. */
export const REGISTERED_THINGS = ['platform', 'provider'] as const;
export type RegisteredThing = (typeof REGISTERED_THINGS)[number];

/** Why a version came about: the reference data said so, or a person did. */
export const VERSION_CAUSES = ['loaded', 'added', 'amended', 'verified', 'onboarded'] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];

/** A platform or provider as it stands, with the number of its version. */
export interface Registered<T extends Platform | Provider> {
  readonly thing: T;
  readonly version: number;
  /** What the reference data last said of it; null for what a person added. */
  readonly loaded: T | null;
}

/** Who made a version and why, in their own words; `userId` is null for the reference data. */
export interface VersionNote {
  readonly cause: VersionCause;
  readonly reason: string;
  readonly userId: string | null;
  readonly at: Date;
}

/** One version: everything that stood there from then on. Versions only grow. */
export interface RegisterVersion<T extends Platform | Provider> extends VersionNote {
  readonly version: number;
  readonly facts: T;
}

/** The most a reason may hold, in characters. */
export const LONGEST_REASON = 1000;

/** A reason in a sentence; refuses `register.reason-needed` and `register.reason-too-long`. */
export function reasonGiven(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new RuleViolation('register.reason-needed');
  if (reason.length > LONGEST_REASON) throw new RuleViolation('register.reason-too-long', { most: LONGEST_REASON });
  return reason;
}

/** Refuses `version.outdated` where somebody else changed the thing since it was shown. */
export function assertVersion({ version }: { readonly version: number }, expected: number): void {
  if (version !== expected) throw new RuleViolation('version.outdated', { expected, actual: version });
}

/** What the log keeps of a change: which fields, never what stands in them. */
export const registerChanged = (
  kind: 'platform-added' | 'platform-amended' | 'provider-amended',
  code: string,
  facts: { readonly version: number; readonly fields: readonly string[] },
): DomainEvent => ({ kind, subject: 'platform', subjectId: code, facts });
