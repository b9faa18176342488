import type { Line } from '#domain/notice/codes.js';
import type { CaseFile, Urgency } from '#domain/case/case-file.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** A case in a list. */
export interface CaseRow {
  readonly id: string;
  readonly reference: string;
  readonly line: Line;
  readonly urgency: Urgency;
  readonly status: 'open' | 'closed';
  readonly openedAt: Date;
  readonly notices: number;
  /** Messages with its notices that nobody has handled. */
  readonly unhandled: number;
}

/** Which cases; `search` is a part of a reference of a case or notice, or of the help-seeker's. */
export interface CaseFilter extends WhichPage {
  readonly status: 'open' | 'closed' | 'all';
  readonly search: string;
}

/** The cases, newest first. */
export abstract class CaseList {
  abstract page(filter: CaseFilter): Promise<PageOf<CaseRow>>;
  /** Refuses with `case.not-found`. */
  abstract one(caseId: string): Promise<CaseFile>;
}
