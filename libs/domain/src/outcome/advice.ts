import type { NewsCode } from './news.js';

/** What a help-seeker can do next, in the order in which it is said. */
export const ADVICES = ['again', 'complaint', 'self', 'more', 'wait', 'police', 'hotline', 'suicide'] as const;
export type Advice = (typeof ADVICES)[number];

/** What fits each outcome; the police, and who listens, fit all of them. */
const FITTING: Readonly<Record<NewsCode, readonly Advice[]>> = {
  removed: ['again'],
  'removed-geo': ['again', 'complaint'],
  delisted: ['again', 'complaint'],
  restricted: ['again', 'complaint'],
  'account-action': ['again', 'complaint'],
  'other-action': ['again', 'complaint'],
  'no-violation': ['complaint'],
  'not-found': ['again'],
  'already-removed': ['again'],
  'not-entitled': ['self', 'complaint'],
  'wrong-channel': ['wait'],
  'out-of-scope': ['complaint'],
  insufficient: ['more'],
  'no-response': ['wait'],
  pending: ['wait'],
  'not-reportable': ['self'],
};

/** What an outcome is told about. */
export interface Told {
  readonly codes: readonly NewsCode[];
  /** Art. 20 DSA binds the platform, so that a complaint can be made within six months of its decision. */
  readonly complaint: boolean;
  /** Somebody in the picture may be under 18. */
  readonly minor: boolean;
}

/** What to advise after these outcomes, each once. */
export function advicesFor({ codes, complaint, minor }: Told): Advice[] {
  const fitting = new Set<Advice>(['police', 'suicide', ...codes.flatMap((code) => FITTING[code])]);
  if (!complaint) fitting.delete('complaint');
  if (minor) fitting.add('hotline');
  return ADVICES.filter((advice) => fitting.has(advice));
}
