import type { CaseContent } from './case-file.js';

/** Whether we may speak for the person affected on a day. */
export type MandateStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly until: string | null }
  | { readonly kind: 'ended'; readonly on: string };

/** How a mandate stands on `day` (ISO); its last day still counts. */
export function mandateOn(
  { mandate, mandateValidUntil: until }: Pick<CaseContent, 'mandate' | 'mandateValidUntil'>,
  day: string,
): MandateStanding {
  if (mandate === 'none') return { kind: 'none' };
  return until !== null && until < day ? { kind: 'ended', on: until } : { kind: 'valid', until };
}
