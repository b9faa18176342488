import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';

/** The life of a complaint to the coordinator (Art. 53 DSA). */
const NEXT = {
  draft: ['reviewed'],
  reviewed: ['draft', 'sent'],
  sent: ['received', 'closed'],
  received: ['transmitted', 'closed'],
  transmitted: ['closed'],
  closed: [],
} as const;
export type EscalationStatus = keyof typeof NEXT;

/** What the coordinator is told about one platform or provider over a period. */
export interface EscalationScope {
  /** A platform's or a provider's code. */
  readonly about: string;
  /** First and last day, in the organisation's zone. */
  readonly from: string;
  readonly to: string;
}

/** A complaint or signal about a platform, and the files handed over with it. */
export class Escalation {
  readonly id!: string;
  readonly reference!: string;
  readonly scope!: EscalationScope;
  readonly openedAt!: Date;
  readonly version!: number;
  private _status: EscalationStatus = 'draft';

  private constructor() {}

  static open(about: Pick<Escalation, 'id' | 'reference' | 'scope' | 'openedAt'>): Escalation {
    if (about.scope.from > about.scope.to) throw new RuleViolation('escalation.from-after-to', { ...about.scope });
    return Object.assign(new Escalation(), about, { version: 1 });
  }

  get status(): EscalationStatus {
    return this._status;
  }

  /** The steps that may follow. */
  get next(): readonly EscalationStatus[] {
    return NEXT[this._status];
  }

  /** Moves it on; every step is a person's. */
  advance(to: EscalationStatus): DomainEvent {
    if (!this.next.includes(to)) {
      throw new RuleViolation('escalation.status-cannot-follow', { from: this._status, to });
    }
    this._status = to;
    return { kind: `escalation-${to}`, subject: 'escalation', subjectId: this.id };
  }
}
