import { RuleViolation } from '../rule-violation.js';
import type { LegalGround } from './legal-ground.js';

/** How a ground stood on a day. */
export type Standing =
  | { readonly kind: 'in-force' }
  /** The same provision under the number it had then. */
  | { readonly kind: 'under-former-article'; readonly article: string; readonly until: string }
  | { readonly kind: 'not-yet'; readonly from: string }
  | { readonly kind: 'repealed'; readonly until: string; readonly successor: string | null };

type Validity = Pick<LegalGround, 'validFrom' | 'validTo' | 'replacedBy' | 'former'>;

/** How the ground stood on `day` (ISO); both ends of a validity count as valid. */
export function standingOn(ground: Validity, day: string): Standing {
  const { validFrom, validTo, replacedBy, former } = ground;
  if (validTo !== null && day > validTo) return { kind: 'repealed', until: validTo, successor: replacedBy };
  if (validFrom === null || day >= validFrom) return { kind: 'in-force' };
  const then = former.find((one) => day <= one.validTo);
  if (then) return { kind: 'under-former-article', article: then.article, until: then.validTo };
  return { kind: 'not-yet', from: validFrom };
}

/** Whether a notice may rely on the ground for what was so on `day` (ISO), if need be under its former number. */
export function isValidOn(ground: Validity, day: string): boolean {
  return ['in-force', 'under-former-article'].includes(standingOn(ground, day).kind);
}

/** Refuses `ground.repealed`, `ground.replaced` (naming the successor) or `ground.not-yet-in-force`. */
export function assertValidOn(ground: LegalGround, day: string): void {
  const standing = standingOn(ground, day);
  const { code } = ground;
  const provision = `${ground.law} ${ground.article}`;
  if (standing.kind === 'not-yet')
    throw new RuleViolation('ground.not-yet-in-force', { code, provision, from: standing.from });
  if (standing.kind !== 'repealed') return;
  const { until, successor } = standing;
  if (successor === null) throw new RuleViolation('ground.repealed', { code, provision, until });
  throw new RuleViolation('ground.replaced', { code, provision, until, successor });
}

/**
 * Refuses a ground that was not the law when the content was put there: `ground.replaced-before-posted` (naming the
 * successor), `ground.repealed-before-posted` or `ground.after-posted`. Where the day is not known (null), today counts
 * and `assertValidOn` says it. `posted` are the days (ISO) of the content it is relied on for; none: today.
 */
export function assertValidFor(ground: LegalGround, posted: readonly (string | null)[], today: string): void {
  if (posted.length === 0 || posted.includes(null)) assertValidOn(ground, today);
  for (const day of posted) if (day !== null) assertValidWhenPosted(ground, day);
}

function assertValidWhenPosted(ground: LegalGround, posted: string): void {
  const standing = standingOn(ground, posted);
  const facts = { code: ground.code, provision: `${ground.law} ${ground.article}`, posted };
  if (standing.kind === 'not-yet') throw new RuleViolation('ground.after-posted', { ...facts, from: standing.from });
  if (standing.kind !== 'repealed') return;
  const { until, successor } = standing;
  if (successor === null) throw new RuleViolation('ground.repealed-before-posted', { ...facts, until });
  throw new RuleViolation('ground.replaced-before-posted', { ...facts, until, successor });
}
