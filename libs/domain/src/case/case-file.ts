import { assertMayRestrict } from '../access/may-restrict.js';
import type { Person } from '../access/reach.js';
import type { DomainEvent } from '../event.js';
import type { Line, Manipulation } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';

/** Who may see a case. */
export const CONFIDENTIALITIES = ['normal', 'restricted', 'sealed'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** How soon somebody must act. */
export const URGENCIES = ['normal', 'soon', 'now'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Age of the person affected, as far as anybody asked. */
export const AGE_BANDS = ['unknown', 'under-12', '12-15', '16-17', '18-24', '25-plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** On what authority we speak for the person affected. */
export const MANDATES = ['none', 'statement', 'power-of-attorney', 'parent-guardian', 'relative', 'lawyer'] as const;
export type MandateKind = (typeof MANDATES)[number];

/** What a caseworker notes of a case; a helpline stays anonymous, so everything about persons is optional. */
export interface CaseContent {
  readonly line: Line;
  /** Opaque: the help-seeker's number in another system, never a name. */
  readonly helpSeekerReference: string;
  readonly ageBand: AgeBand;
  readonly mandate: MandateKind;
  readonly mandateValidUntil: string | null;
  readonly manipulated: Manipulation;
  readonly urgency: Urgency;
  readonly threatToLife: boolean;
  readonly summary: string;
}

/** Who may see a case: everybody of its line, or the people named. */
export interface CaseAccess {
  readonly confidentiality: Confidentiality;
  /** Ids of people; none on a normal case. */
  readonly named: readonly string[];
}

/** What one caseworker keeps together about one matter. */
export class CaseFile {
  readonly id!: string;
  readonly reference!: string;
  readonly openedAt!: Date;
  readonly version!: number;
  private _content!: CaseContent;
  private _status: 'open' | 'closed' = 'open';
  private _closedAt: Date | null = null;
  private _confidentiality: Confidentiality = 'normal';
  private _named: readonly string[] = [];

  private constructor() {}

  /** Refuses a line the opener does not work for: they could not see their own case. The system opens for any line. */
  static open(
    identity: { id: string; reference: string; openedAt: Date },
    content: CaseContent,
    opener: Person | null = null,
  ): CaseFile {
    const { line } = content;
    if (opener && !opener.lines.includes(line)) throw new RuleViolation('case.line-not-yours', { line });
    return Object.assign(new CaseFile(), identity, { version: 1, _content: content });
  }

  get content(): CaseContent {
    return this._content;
  }

  get status(): 'open' | 'closed' {
    return this._status;
  }

  get closedAt(): Date | null {
    return this._closedAt;
  }

  get confidentiality(): Confidentiality {
    return this._confidentiality;
  }

  get named(): readonly string[] {
    return this._named;
  }

  /** Refuses to be worked in once it is closed. */
  assertOpen(): void {
    if (this._status === 'closed') throw new RuleViolation('case.closed');
  }

  describe(content: CaseContent): DomainEvent {
    this.assertOpen();
    this._content = content;
    return this.happened('case-described');
  }

  /** Marks that somebody's life is at stake, so that whoever opens it sees so; once marked, or closed, nothing changes. */
  warn(): DomainEvent[] {
    const { threatToLife, urgency } = this._content;
    if (this._status === 'closed' || (threatToLife && urgency === 'now')) return [];
    this._content = { ...this._content, threatToLife: true, urgency: 'now' };
    return [this.happened('case-warned')];
  }

  close(at: Date): DomainEvent {
    this.assertOpen();
    this._status = 'closed';
    this._closedAt = at;
    return this.happened('case-closed');
  }

  reopen(): DomainEvent {
    if (this._status === 'open') throw new RuleViolation('case.open');
    this._status = 'open';
    this._closedAt = null;
    return this.happened('case-reopened');
  }

  /** Changes who may see it, also once it is closed; `by` is null for the system. */
  restrict(access: CaseAccess, by: Person | null): DomainEvent {
    const named = access.confidentiality === 'normal' ? [] : [...new Set(access.named)].sort();
    const wanted = { confidentiality: access.confidentiality, named };
    if (by) assertMayRestrict(by, this, wanted);
    this._confidentiality = wanted.confidentiality;
    this._named = wanted.named;
    return { ...this.happened('case-restricted'), facts: { confidentiality: wanted.confidentiality, named } };
  }

  private happened(kind: string): DomainEvent {
    return { kind, subject: 'case', subjectId: this.id };
  }
}
