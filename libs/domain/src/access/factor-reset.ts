import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';

/** A request that nobody confirmed in time is over. */
export const RESET_HOURS = 72;

export type ResetState = 'asked' | 'confirmed' | 'withdrawn' | 'lapsed';

/** What is asked: whose second factors, and by whom. */
export interface NewReset {
  readonly id: string;
  readonly userId: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** Taking away somebody's second factors: one administrator asks, another confirms, and never the person concerned. */
export class FactorReset {
  readonly id!: string;
  readonly userId!: string;
  readonly askedBy!: string;
  readonly askedAt!: Date;
  readonly version!: number;
  private _state: ResetState = 'asked';
  private _settledBy: string | null = null;
  private _settledAt: Date | null = null;

  private constructor() {}

  /** Refuses who asks for themselves: with a second factor at hand one changes one's own. */
  static ask(asked: NewReset): { reset: FactorReset; event: DomainEvent } {
    if (asked.askedBy === asked.userId) throw new RuleViolation('access.reset-own');
    const reset = Object.assign(new FactorReset(), asked, { version: 1 });
    return { reset, event: reset.happened('factor-reset-asked') };
  }

  get state(): ResetState {
    return this._state;
  }
  get settledBy(): string | null {
    return this._settledBy;
  }
  get settledAt(): Date | null {
    return this._settledAt;
  }
  /** When it is too late to confirm. */
  get endsAt(): Date {
    return new Date(this.askedAt.getTime() + RESET_HOURS * 3_600_000);
  }

  isOpen(at: Date): boolean {
    return this._state === 'asked' && at < this.endsAt;
  }

  /** Of two who are both still among the administrators who may sign in; `administrators` are their ids. */
  confirm(by: string, at: Date, administrators: readonly string[]): DomainEvent {
    if (by === this.askedBy) throw new RuleViolation('access.reset-same-person');
    if (by === this.userId) throw new RuleViolation('access.reset-own');
    const isByTwo = [this.askedBy, by].every((each) => administrators.includes(each));
    if (!isByTwo) throw new RuleViolation('access.reset-not-two');
    this.settle('confirmed', by, at);
    return this.happened('factor-reset-confirmed');
  }

  /** Who asked, or another administrator, finds that it is not needed. */
  withdraw(by: string, at: Date): DomainEvent {
    this.settle('withdrawn', by, at);
    return this.happened('factor-reset-withdrawn');
  }

  /** Somebody asks anew after nobody confirmed this one in time. */
  lapse(by: string, at: Date): DomainEvent {
    if (this._state !== 'asked' || this.isOpen(at)) throw new RuleViolation('access.reset-asked-already');
    this.close('lapsed', by, at);
    return this.happened('factor-reset-lapsed');
  }

  private settle(state: ResetState, by: string, at: Date): void {
    if (!this.isOpen(at)) throw new RuleViolation('access.reset-over');
    this.close(state, by, at);
  }

  private close(state: ResetState, by: string, at: Date): void {
    this._state = state;
    this._settledBy = by;
    this._settledAt = at;
  }

  private happened(kind: string): DomainEvent {
    return { kind, subject: 'user', subjectId: this.userId, facts: { resetId: this.id } };
  }
}
