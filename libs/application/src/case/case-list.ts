import type { CaseReach } from '#domain/access/reach.js';
import type { Line } from '#domain/notice/codes.js';
import type { CaseFile, Confidentiality, Urgency } from '#domain/case/case-file.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** A case in a list; of one that may be known and not read, its content is null. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly line: Line;
  readonly confidentiality: Confidentiality;
  readonly urgency: Urgency | null;
  readonly status: 'open' | 'closed';
  readonly openedAt: Date;
  readonly notices: number | null;
  /** Messages with its notices that nobody has handled. */
  readonly unhandled: number | null;
}

/** Which cases somebody may know of, and which they may read. */
export interface CaseView {
  readonly known: CaseReach;
  readonly read: CaseReach;
}

/**
 * Which cases; `search` is a part of a reference of a case, or for those that may be read, of a notice or the
 * help-seeker's.
 */
export interface CaseFilter extends WhichPage {
  readonly status: 'open' | 'closed' | 'all';
  readonly search: string;
}

/** The cases, newest first. */
export abstract class CaseList {
  abstract page(filter: CaseFilter, view: CaseView): Promise<PageOf<CaseRow>>;
  /** Refuses with `case.not-found`. */
  abstract one(caseId: string): Promise<CaseFile>;
}
