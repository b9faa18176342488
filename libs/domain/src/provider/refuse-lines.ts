import { RuleViolation } from '../rule-violation.js';
import type { RefusedAddress } from './recognise-lines.js';
import { LONGEST_LOCATOR, type RowFault } from './typed-addresses.js';

/** So much of an address as a sentence can hold. */
const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** Refuses lines that cannot stand in a notice: how many, and of each in its order what is wrong (`parts`). */
export function refuseLines(refused: readonly RefusedAddress[]): void {
  if (refused.length === 0) return;
  throw new RuleViolation('notice.lines-refused', { n: refused.length, parts: refused.map(partOf) });
}

function partOf(one: RefusedAddress): RuleViolation {
  const facts = { line: one.line, address: shown(one.text) };
  switch (one.is) {
    case 'row-fault':
      return rowFault(one.fault, facts);
    case 'not-http':
      return new RuleViolation('notice.line-not-http', facts);
    case 'private-address':
      return new RuleViolation('notice.line-private', { ...facts, host: one.host });
    case 'too-long':
      return new RuleViolation('notice.line-too-long', { line: one.line, length: one.length, most: one.most });
    case 'invisible-character':
      return new RuleViolation('notice.line-unseen', { line: one.line, characters: one.characters.join(', ') });
  }
}

/** What is wrong with a row of a CSV, beside its address. */
function rowFault(fault: RowFault, facts: { readonly line: number; readonly address: string }): RuleViolation {
  switch (fault) {
    case 'quote-open':
      return new RuleViolation('notice.line-quote-open', facts);
    case 'address-missing':
      return new RuleViolation('notice.line-address-missing', facts);
    case 'posted-unclear':
      return new RuleViolation('notice.line-posted-unclear', facts);
    case 'locator-too-long':
      return new RuleViolation('notice.line-locator-too-long', { ...facts, most: LONGEST_LOCATOR });
  }
}
