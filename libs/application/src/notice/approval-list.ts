import type { CaseReach } from '#domain/access/reach.js';
import type { PageOf, WhichPage } from '../page-of.js';

/** A notice that waits for a second person. */
export interface AwaitingApproval {
  readonly id: string;
  readonly reference: string;
  readonly caseId: string | null;
  readonly caseReference: string | null;
  readonly platformName: string | null;
  /** Codes of its grounds, in their order. */
  readonly grounds: readonly string[];
  readonly askedAt: Date;
  /** Name of who asked; empty for somebody the desk does not know any more. */
  readonly askedBy: string;
  /** The reader is one of its authors, so another must judge it. */
  readonly own: boolean;
}

/** The notices that wait for a second person, as far as somebody reaches. */
export abstract class ApprovalList {
  /** Longest waiting first. */
  abstract page(reach: CaseReach, which: WhichPage): Promise<PageOf<AwaitingApproval>>;
}
