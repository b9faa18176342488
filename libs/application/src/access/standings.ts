import type { CaseStanding, Person } from '#domain/access/reach.js';

/** Things that belong to a case, directly or through what they belong to. */
export const THINGS_OF_CASES = ['case', 'notice', 'delivery', 'capture', 'message', 'evidence'] as const;
export type ThingOfCase = (typeof THINGS_OF_CASES)[number];

/** How a thing stands to somebody, and the case and notice it belongs to; null for what belongs to none. */
export interface FoundStanding extends CaseStanding {
  readonly caseId: string | null;
  readonly noticeId: string | null;
}

/** How things stand to the people who ask for them: everything the policy needs to know, in one look. */
export abstract class Standings {
  /** Nothing for what does not exist; the look costs the same then. */
  abstract of(thing: ThingOfCase, id: string, person: Person): Promise<FoundStanding | undefined>;
}
