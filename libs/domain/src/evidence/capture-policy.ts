import { RuleViolation } from '../rule-violation.js';

/** What a capture may keep, from loosest to strictest. `forbidden` means: not even contacted. */
export const CAPTURE_POLICIES = ['full', 'masked', 'metadata', 'forbidden'] as const;
export type CapturePolicy = (typeof CAPTURE_POLICIES)[number];

/** A policy under which a page may be contacted at all. */
export type OpenPolicy = Exclude<CapturePolicy, 'forbidden'>;

/** True for one of the four words. */
export function isCapturePolicy(word: unknown): word is CapturePolicy {
  return CAPTURE_POLICIES.includes(word as CapturePolicy);
}

/** True when `policy` keeps less than, or as little as, `than`. */
export function isAsStrictAs(policy: CapturePolicy, than: CapturePolicy): boolean {
  return CAPTURE_POLICIES.indexOf(policy) >= CAPTURE_POLICIES.indexOf(than);
}

/** The strictest of several policies; none at all, or a word that is no policy, is `forbidden`: silence opens no page. */
export function strictest(policies: readonly CapturePolicy[]): CapturePolicy {
  if (!policies.every(isCapturePolicy)) return 'forbidden';
  const ranks = policies.map((policy) => CAPTURE_POLICIES.indexOf(policy));
  return CAPTURE_POLICIES[Math.max(...ranks)] ?? 'forbidden';
}

/**
 * The policy a page is captured under: the strictest of its grounds, or the stricter one a person asked for.
 * Refuses without a ground, for a forbidden ground, and for a wish looser than the grounds allow.
 */
export function policyFor(grounds: readonly CapturePolicy[], asked?: CapturePolicy): OpenPolicy {
  if (grounds.length === 0) throw new RuleViolation('capture.no-ground');
  const allowed = strictest(grounds);
  if (allowed === 'forbidden' || asked === 'forbidden') throw new RuleViolation('capture.forbidden');
  if (asked === undefined) return allowed;
  if (!isAsStrictAs(asked, allowed)) throw new RuleViolation('capture.policy-too-loose', { asked, allowed });
  return asked;
}
