import type { DomainEvent, EventFact } from '../event.js';
import type { ChannelKind } from '../notice/codes.js';
import { RuleViolation } from '../rule-violation.js';

/** What can be wrong with a channel (law.md §2.4), so that it can be counted and told to a regulator. */
export const DEFECTS = [
  ...(['refuses-trusted-flaggers', 'wrong-language', 'dead-link', 'captcha', 'loses-text'] as const),
  ...(['limits-too-small', 'other'] as const),
] as const;
export type DefectKind = (typeof DEFECTS)[number];

/** The longest description of a defect, in characters. */
export const LONGEST_DEFECT_NOTE = 2_000;

/** A defect as somebody met it, with the notice on which they did; `seenOn` is that day there (ISO). */
export interface DefectFound {
  readonly id: string;
  readonly platformCode: string;
  readonly channel: ChannelKind;
  readonly address: string;
  readonly kind: DefectKind;
  readonly note: string;
  readonly noticeId: string;
  /** SHA-256 of a picture of the form, kept with the evidence of the notice. */
  readonly pictureDigest: string | null;
  readonly seenOn: string;
  readonly by: string;
  readonly recordedAt: Date;
}

/** Something wrong with a channel that this desk met itself; it stays until somebody saw that it is resolved. */
export class RecordedDefect {
  readonly id!: string;
  readonly platformCode!: string;
  readonly channel!: ChannelKind;
  readonly address!: string;
  readonly kind!: DefectKind;
  readonly note!: string;
  readonly noticeId!: string;
  readonly pictureDigest!: string | null;
  readonly seenOn!: string;
  readonly by!: string;
  readonly recordedAt!: Date;
  readonly version!: number;
  private _resolvedOn: string | null = null;
  private _resolvedBy: string | null = null;

  private constructor() {}

  /** Refuses `defect.note-missing` where the kind alone says nothing. */
  static record(found: DefectFound): RecordedDefect {
    const note = found.note.trim();
    if (note === '' && found.kind === 'other') throw new RuleViolation('defect.note-missing');
    return Object.assign(new RecordedDefect(), { ...found, note, version: 1 });
  }

  get resolvedOn(): string | null {
    return this._resolvedOn;
  }
  get resolvedBy(): string | null {
    return this._resolvedBy;
  }

  announce(): DomainEvent {
    return this.happened('channel-defect-recorded', { kind: this.kind, picture: this.pictureDigest !== null });
  }

  /** Somebody has the page of the form captured as it is now; a defect that was resolved is no longer to be seen there. */
  requestCapture(): DomainEvent {
    if (this._resolvedOn !== null) throw new RuleViolation('defect.resolved-already');
    return this.happened('form-capture-requested', {});
  }

  /** Somebody saw on a day that it is wrong no longer; not before it was seen, and not after today (ISO days). */
  resolve(on: string, by: string, today: string): DomainEvent {
    if (this._resolvedOn !== null) throw new RuleViolation('defect.resolved-already');
    if (on < this.seenOn || on > today) throw new RuleViolation('defect.day-impossible', { from: this.seenOn });
    Object.assign(this, { _resolvedOn: on, _resolvedBy: by });
    return this.happened('channel-defect-resolved', { kind: this.kind });
  }

  private happened(kind: string, facts: Readonly<Record<string, EventFact>>): DomainEvent {
    const about = { defectId: this.id, channel: this.channel };
    return { kind, subject: 'platform', subjectId: this.platformCode, facts: { ...about, ...facts } };
  }
}
