import { canonicalUrl } from '../notice/canonical-url.js';
import type { Reading } from '../correspondence/reading.js';
import type { DecisionCode } from './outcome-code.js';
import type { Basis } from './outcome.js';

/** What a mail seems to decide about one item; `code` is null where it decides nothing about it. */
export interface SuggestedOutcome {
  readonly itemId: string;
  readonly code: DecisionCode | null;
  readonly basis: Basis;
  readonly territory: readonly string[];
}

/**
 * What to propose per item: where the mail decides addresses one by one only those, else its one outcome for all. It is
 * a suggestion that a person confirms or changes, never an outcome.
 */
export function suggestOutcomes(
  reading: Reading,
  items: readonly { readonly id: string; readonly url: string }[],
): SuggestedOutcome[] {
  const byAddress = new Map(reading.items.map(({ url, outcome }) => [canonicalUrl(url), outcome]));
  const forAll = byAddress.size > 0 || reading.outcome === 'mixed' ? null : reading.outcome;
  return items.map((item) => {
    const code = byAddress.get(canonicalUrl(item.url)) ?? forAll;
    return {
      itemId: item.id,
      code,
      basis: code === null ? 'unknown' : (reading.basis ?? 'unknown'),
      territory: speaksOfPlaces(code, reading) ? reading.territory : [],
    };
  });
}

/** Where outcomes differ, the places a mail names are those of what it only blocks in some. */
const speaksOfPlaces = (code: DecisionCode | null, { outcome }: Reading): boolean =>
  code === 'removed-geo' || (code !== null && outcome !== 'mixed');
