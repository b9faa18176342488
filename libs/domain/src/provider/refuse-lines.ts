import { RuleViolation } from '../rule-violation.js';
import type { RefusedAddress } from './recognise-lines.js';

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
