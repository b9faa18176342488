import { isWithin, knowledgeOf, reachOf, type CaseStanding, type Person } from './reach.js';
import { holds, type Right } from './right.js';

/**
 * `refused`: the role does not hold the right, whatever it is about. `hidden`: the person may not know that it exists.
 * `reason-needed`: it is sealed, and opens when they say why. `meta`: they may know of it and read nothing in it.
 */
export type Decision = 'allowed' | 'hidden' | 'refused' | 'reason-needed' | 'meta';

/**
 * Who may do what: the one function that pages, the API, files, searches and counts ask. The role comes first, so that a
 * refusal says nothing about the thing; without a standing the right is about no case.
 */
export function decide(person: Person, right: Right, standing?: CaseStanding): Decision {
  if (!holds(person.role, right)) return 'refused';
  if (!standing || isWithin(reachOf(person), standing)) return 'allowed';
  if (!isWithin(knowledgeOf(person), standing)) return 'hidden';
  if (right === 'case.know') return 'allowed';
  if (isWithin(reachOf(person), { ...standing, opened: true }))
    return right === 'case.open' ? 'allowed' : 'reason-needed';
  return right === 'case.read' ? 'meta' : 'hidden';
}
