import type { CaptureState } from '#domain/evidence/capture-reason.js';

/** A capture in the list of a case. */
export interface CaptureRow {
  readonly id: string;
  readonly url: string;
  readonly state: CaptureState;
  readonly startedAt: Date;
  /** Things stored of it. */
  readonly files: number;
  readonly noticeId: string;
  readonly noticeReference: string;
}

/** What was captured for the notices of a case, newest first; whoever asks has been let in to the case. */
export abstract class CaseEvidence {
  abstract ofCase(caseId: string): Promise<readonly CaptureRow[]>;
}
