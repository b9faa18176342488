import { assertMayRestrict } from '../access/may-restrict.js';
import type { CaseStanding, Person } from '../access/reach.js';
import { worksOn } from '../access/works-on.js';
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

/** Somebody under 18, of whom no sexual image may be captured or described. */
export const isMinor = (age: AgeBand): boolean => ['under-12', '12-15', '16-17'].includes(age);

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
  private _assignee: string | null = null;

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

  /** Id of the person whose case it is; null while it is nobody's. */
  get assignee(): string | null {
    return this._assignee;
  }

  /** How it stands to whoever asks for it; that somebody opened its seal, only the database knows. */
  get standing(): Omit<CaseStanding, 'opened'> {
    return { line: this._content.line, confidentiality: this._confidentiality, named: this._named };
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

  /** Becomes somebody's, who must be able to work on it, or nobody's. */
  assign(to: Person | null): DomainEvent {
    this.assertOpen();
    if (to && !worksOn(to, this.standing)) throw new RuleViolation('case.assignee-out-of-reach');
    if ((to?.userId ?? null) === this._assignee) throw new RuleViolation('case.assigned-already');
    this._assignee = to?.userId ?? null;
    return { ...this.happened('case-assigned'), facts: { to: this._assignee } };
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

  /**
   * Changes who may see it, also once it is closed; `by` is null for the system. Whose it is must still be able to work on
   * it, or it is nobody's.
   */
  restrict(access: CaseAccess, by: Person | null, assignee: Person | null = null): DomainEvent[] {
    const named = access.confidentiality === 'normal' ? [] : [...new Set(access.named)].sort();
    const wanted = { confidentiality: access.confidentiality, named };
    if (by) assertMayRestrict(by, this, wanted);
    this._confidentiality = wanted.confidentiality;
    this._named = wanted.named;
    const restricted = { ...this.happened('case-restricted'), facts: { ...wanted } };
    const leaves = assignee?.userId === this._assignee && assignee && !worksOn(assignee, this.standing);
    if (!leaves) return [restricted];
    this._assignee = null;
    return [restricted, { ...this.happened('case-assigned'), facts: { to: null } }];
  }

  private happened(kind: string): DomainEvent {
    return { kind, subject: 'case', subjectId: this.id };
  }
}
