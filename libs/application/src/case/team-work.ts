import type { CaseReach } from '#domain/access/reach.js';

/** How old an awaited notice is, in days since it was sent. */
export const AGES = ['0-2', '3-7', '8-30', 'older'] as const;
export type Age = (typeof AGES)[number];

/** The open cases of one person, or of nobody, and how much waits in them. */
export interface PersonWork {
  /** Null for cases that are nobody's. */
  readonly userId: string | null;
  readonly name: string | null;
  /** They can no longer sign in: what is theirs waits for somebody else. */
  readonly isGone: boolean;
  readonly cases: number;
  readonly overdue: number;
  readonly unanswered: number;
  readonly unsent: number;
  /** Notices that wait for a platform, by how long ago they were sent. */
  readonly waiting: Readonly<Record<Age, number>>;
}

/** How much work each person has, within somebody's reach; what is out of reach is not counted. */
export abstract class TeamWork {
  /** Nobody's first, then people by name. */
  abstract within(reach: CaseReach): Promise<readonly PersonWork[]>;
}
