import type { CaseAccess } from '../case/case-file.js';
import { RuleViolation } from '../rule-violation.js';
import type { Person } from './reach.js';
import { holds } from './right.js';

const NARROWNESS = { normal: 0, restricted: 1, sealed: 2 };

/**
 * A caseworker may keep a case they work on to themselves and named colleagues, and stays named. Sealing it, opening a
 * seal or showing it to everybody again is a supervisor's.
 */
export function assertMayRestrict(by: Person, from: CaseAccess, to: CaseAccess): void {
  if (!holds(by.role, 'case.access')) throw new RuleViolation('case.access-not-yours');
  if (holds(by.role, 'case.seal')) return;
  const lowers = NARROWNESS[to.confidentiality] < NARROWNESS[from.confidentiality];
  if (lowers || to.confidentiality === 'sealed') throw new RuleViolation('case.access-for-supervisor');
  if (to.confidentiality === 'restricted' && !to.named.includes(by.userId)) {
    throw new RuleViolation('case.stays-yours');
  }
}
