import type { CaseReach } from '#domain/access/reach.js';
import type { CaseChoice } from '#domain/case/case-choice.js';
import type { Line } from '#domain/notice/codes.js';
import type { CaseFile, Confidentiality, Urgency } from '#domain/case/case-file.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** How much waits in a case, and until when. */
export interface CaseTally {
  readonly notices: number;
  /** Notices that have not been submitted. */
  readonly unsent: number;
  /** Notices that are on their way, or sent and not decided. */
  readonly awaiting: number;
  /** Messages with its notices that nobody has handled. */
  readonly unanswered: number;
  /** Deliveries of which nobody knows whether they arrived. */
  readonly unknown: number;
  /** Names of the platforms its notices are to. */
  readonly platforms: readonly string[];
  /** When the first platform should have answered; null while nothing is awaited. */
  readonly dueAt: Date | null;
  readonly activeAt: Date;
}

/** A case in a list; of one that may be known and not read, its content is null. */
export interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly line: Line;
  readonly confidentiality: Confidentiality;
  readonly urgency: Urgency | null;
  readonly status: 'open' | 'closed';
  readonly openedAt: Date;
  /** Last day (ISO) of its mandate. */
  readonly mandateUntil: string | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly tally: CaseTally | null;
}

/** Which cases somebody may know of, and which they may read. */
export interface CaseView {
  readonly known: CaseReach;
  readonly read: CaseReach;
}

export interface CaseFilter extends CaseChoice, WhichPage {}

/** Counting goes no further than this: whoever finds more narrows the choice. */
export const MOST_COUNTED = 10_000;

/** The cases within somebody's view, in the order of the choice; others are not there, nor counted. */
export abstract class CaseList {
  /** `total` is at most one more than `most`, which is `MOST_COUNTED` unless said. */
  abstract page(filter: CaseFilter, view: CaseView, most?: number): Promise<PageOf<CaseRow>>;
  /** How many cases each choice holds within a reach, counted up to `most` and one more. */
  abstract counts(choices: readonly CaseChoice[], reach: CaseReach, most: number): Promise<readonly number[]>;
  /** Those of these ids that may be read, in the order of their references. */
  abstract some(ids: readonly string[], reach: CaseReach): Promise<readonly CaseRow[]>;
  /** The first of a choice that may be read, at most so many. */
  abstract first(choice: CaseChoice, reach: CaseReach, most: number): Promise<readonly CaseRow[]>;
  /** Those of these ids that exist, as they stand. */
  abstract files(caseIds: readonly string[]): Promise<readonly CaseFile[]>;
  /** Refuses with `case.not-found`. */
  abstract one(caseId: string): Promise<CaseFile>;
  /** How much waits in each, by id. */
  abstract tallies(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseTally>>;
  /** How much waits in it. */
  abstract tally(caseId: string): Promise<CaseTally>;
}
