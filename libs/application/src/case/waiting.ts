import type { CaseReach } from '#domain/access/reach.js';

/** How many things wait for somebody, for the numbers beside the places of the desk. */
export interface WaitingCounts {
  /** Messages that nobody has handled. */
  readonly inbox: number;
  /** Of those, the ones that ask something of us, and deliveries of which nobody knows whether they arrived. */
  readonly work: number;
  /** Notices that wait for a second person and that this person did not write. */
  readonly approvals: number;
}

/** Counts what waits within somebody's reach; asked on every page, so it is one look. */
export abstract class Waiting {
  abstract counts(reach: CaseReach): Promise<WaitingCounts>;
}
