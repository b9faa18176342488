import { isWithin, reachOf, type CaseStanding, type Person } from './reach.js';
import { holds } from './right.js';

/** Whether somebody may work on a case that stands so; a sealed one asks them for a reason, but it can be theirs. */
export const worksOn = (person: Person, standing: Omit<CaseStanding, 'opened'>): boolean =>
  holds(person.role, 'case.write') && isWithin(reachOf(person), { ...standing, opened: true });
