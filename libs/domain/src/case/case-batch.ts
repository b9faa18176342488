import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';

/** What can be done with several cases at once; nothing is ever sent so. */
export const BATCH_ACTS = ['assign', 'close'] as const;
export type BatchAct = (typeof BATCH_ACTS)[number];

/** So many cases at once, and no more. */
export const MOST_AT_ONCE = 500;

/** Why a case stays as it is: it moved on since somebody looked, or a rule holds it back. */
export const LEFT_OUT_BECAUSE = [...['changed', 'closed', 'same', 'out-of-reach', 'notices-open', 'open']] as const;
export type LeftOutBecause = (typeof LEFT_OUT_BECAUSE)[number];

/** A case that changed: its version since, and whose it was before. */
export interface ChangedCase {
  readonly caseId: string;
  readonly version: number;
  readonly was: string | null;
}

export interface LeftOutCase {
  readonly caseId: string;
  readonly because: LeftOutBecause;
}

/** What became of several cases: which changed, and which stayed and why. */
export interface BatchResult {
  readonly changed: readonly ChangedCase[];
  readonly leftOut: readonly LeftOutCase[];
}

/** Something that was done with several cases in one go, so that its result can be read again and undone. */
export class CaseBatch {
  readonly id!: string;
  readonly act!: BatchAct;
  readonly by!: string;
  /** Whose they became; null for nobody's, and for what is no assigning. */
  readonly to!: string | null;
  readonly result!: BatchResult;
  readonly at!: Date;
  readonly version!: number;
  private _undone: BatchResult | null = null;

  private constructor() {}

  static done(facts: Pick<CaseBatch, 'id' | 'act' | 'by' | 'to' | 'result' | 'at'>): {
    batch: CaseBatch;
    event: DomainEvent;
  } {
    const batch = Object.assign(new CaseBatch(), { ...facts, version: 1 });
    return { batch, event: batch.happened('batch-done', facts.result) };
  }

  /** What undoing it came to; null while nobody has. */
  get undone(): BatchResult | null {
    return this._undone;
  }

  /** Refuses who did not do it, and a second time. */
  assertUndoable(by: string): void {
    if (this.by !== by) throw new RuleViolation('batch.not-found', { id: this.id });
    if (this._undone !== null) throw new RuleViolation('batch.undone-already');
  }

  undo(by: string, result: BatchResult): DomainEvent {
    this.assertUndoable(by);
    this._undone = result;
    return this.happened('batch-undone', result);
  }

  private happened(kind: string, { changed, leftOut }: BatchResult): DomainEvent {
    const facts = { act: this.act, changed: changed.length, leftOut: leftOut.length };
    return { kind, subject: 'batch', subjectId: this.id, facts };
  }
}

/** Refuses to close a case with others while a notice of it is not sent or not decided. */
export function assertNothingRuns({ unsent, awaiting }: { readonly unsent: number; readonly awaiting: number }): void {
  if (unsent + awaiting > 0) throw new RuleViolation('case.notices-open', { n: unsent + awaiting });
}

/** Why a rule that refused leaves a case out; anything else is no matter of one case. */
export function leftOutBecause(fault: unknown): LeftOutBecause {
  const because = fault instanceof RuleViolation ? BECAUSE[fault.code] : undefined;
  if (because === undefined) throw fault;
  return because;
}

const BECAUSE: Readonly<Record<string, LeftOutBecause>> = {
  'version.outdated': 'changed',
  'case.closed': 'closed',
  'case.open': 'open',
  'case.assigned-already': 'same',
  'case.assignee-out-of-reach': 'out-of-reach',
  'case.notices-open': 'notices-open',
};
