import type { DecisionCode } from '../outcome/outcome-code.js';
import type { Hit } from './clauses.js';
import type { Verdict } from './cues/cue.js';

/** Where a mail says two things, the left one stands and the right one goes; pairs not named here contradict. */
const PREVAILS: Readonly<Partial<Record<Verdict, readonly Verdict[]>>> = {
  'removed-geo': ['removed', 'no-violation', 'not-acted', 'not-found', 'restricted', 'other-action', 'account-action'],
  delisted: [
    'removed',
    'removed-geo',
    'no-violation',
    'not-acted',
    'not-found',
    'restricted',
    'other-action',
    'out-of-scope',
  ],
  'already-removed': ['not-found', 'removed', 'not-acted', 'other-action', 'account-action'],
  removed: ['account-action', 'restricted', 'other-action', 'not-found'],
  'account-action': ['other-action', 'restricted', 'not-acted', 'not-found'],
  restricted: ['no-violation', 'not-acted', 'other-action'],
  'not-entitled': ['wrong-channel', 'not-acted', 'insufficient'],
  insufficient: ['not-found', 'not-acted', 'no-violation', 'wrong-channel'],
  'out-of-scope': ['wrong-channel', 'not-acted'],
  'wrong-channel': ['not-acted', 'insufficient'],
  'not-found': ['not-acted'],
  'no-violation': ['not-acted'],
};

/** What the hits together say: one code with the hits it rests on, nothing, or a contradiction. */
export type Weighed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'contradiction'; readonly hits: readonly Hit[] }
  | { readonly kind: 'one'; readonly code: DecisionCode; readonly hits: readonly Hit[] };

export function weigh(all: readonly Hit[]): Weighed {
  const hits = all.filter((hit) => !hit.past);
  const present = [...new Set(hits.map((hit) => hit.verdict))];
  if (present.length === 0) return { kind: 'nothing' };
  const left = present.filter((verdict) => !present.some((other) => PREVAILS[other]?.includes(verdict)));
  if (left.length !== 1) return { kind: 'contradiction', hits };
  const verdict = left[0] as Verdict;
  const code = verdict === 'not-acted' ? 'no-violation' : verdict;
  return { kind: 'one', code, hits: hits.filter((hit) => hit.verdict === verdict) };
}
