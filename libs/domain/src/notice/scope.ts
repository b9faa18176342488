import type { Regime } from './codes.js';

/** Who can see the content (recital 14 DSA): where software lets everybody in who asks, a group is public. */
export const VISIBILITIES = ['anyone', 'automatic-group', 'approved-group', 'one-to-one'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What kind of service stores it (Art. 3(g) and (i) DSA); `small-platform` is exempt from Section 3 (Art. 19). */
export const SERVICES = ['online-platform', 'small-platform', 'hosting', 'other'] as const;
export type ServiceKind = (typeof SERVICES)[number];

/** Whether it lies in the area of expertise that was awarded (Art. 22(1)), and whether it is against the law at all. */
export const AREAS = ['inside', 'outside'] as const;
export type Area = (typeof AREAS)[number];
export const LAWFULNESSES = ['unlawful', 'harmful-lawful'] as const;
export type Lawfulness = (typeof LAWFULNESSES)[number];

/** What was answered about whether and how this can be reported. */
export interface Scope {
  readonly visibility: Visibility;
  readonly service: ServiceKind;
  readonly area: Area;
  readonly lawfulness: Lawfulness;
}

/** Why something cannot be reported under the DSA. */
export const NOT_REPORTABLE = [
  'private-conversation',
  'closed-group',
  'harmful-lawful',
  'no-hosting',
  'outside-area',
] as const;
export type NotReportable = (typeof NOT_REPORTABLE)[number];

/** What follows: our status counts, an ordinary notice counted apart, or no notice at all. */
export type ScopeOutcome =
  | { readonly kind: 'article-22' }
  | { readonly kind: 'ordinary'; readonly because: 'hosting' | 'small-platform' }
  | { readonly kind: 'not-reportable'; readonly because: NotReportable };

type Rule = (scope: Scope) => ScopeOutcome | undefined;

const no = (because: NotReportable): ScopeOutcome => ({ kind: 'not-reportable', because });

/** Asked in this order; the first that has something to say says it. */
const RULES: readonly Rule[] = [
  ({ visibility }) => (visibility === 'one-to-one' ? no('private-conversation') : undefined),
  ({ visibility }) => (visibility === 'approved-group' ? no('closed-group') : undefined),
  ({ lawfulness }) => (lawfulness === 'harmful-lawful' ? no('harmful-lawful') : undefined),
  ({ service }) => (service === 'other' ? no('no-hosting') : undefined),
  ({ area }) => (area === 'outside' ? no('outside-area') : undefined),
  ({ service }) => (service === 'online-platform' ? undefined : ordinary(service)),
];

/** Where an answer leads (recital 14, Art. 16, 19 and 22 DSA); a person still decides what is sent. */
export function scopeOutcome(scope: Scope): ScopeOutcome {
  for (const rule of RULES) {
    const outcome = rule(scope);
    if (outcome) return outcome;
  }
  return { kind: 'article-22' };
}

const ordinary = (service: Exclude<ServiceKind, 'online-platform'>): ScopeOutcome => ({
  kind: 'ordinary',
  because: service === 'small-platform' ? 'small-platform' : 'hosting',
});

/** The rules a notice goes out under once its scope is known; those outside Art. 22 and 16 stay what they are. */
export function regimeUnder(scope: Scope | null, regime: Regime): Regime {
  if (scope === null || (regime !== 'article-22' && regime !== 'ordinary')) return regime;
  return scopeOutcome(scope).kind === 'ordinary' ? 'ordinary' : 'article-22';
}

/** Why a scope cannot be reported, or null where it can or where nobody asked yet. */
export function whyNotReportable(scope: Scope | null): NotReportable | null {
  const outcome = scope && scopeOutcome(scope);
  return outcome?.kind === 'not-reportable' ? outcome.because : null;
}
