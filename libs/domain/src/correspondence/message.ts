import type { DomainEvent } from '../event.js';
import { RuleViolation } from '../rule-violation.js';
import type { Reading } from './reading.js';
import { storable } from './storable.js';

/** Where a message came in. */
export const MESSAGE_SOURCES = ['imap', 'intake', 'file'] as const;
export type MessageSource = (typeof MESSAGE_SOURCES)[number];

/** What the machine made of a message: kept but not yet understood, or one of the four it ends in. */
export const MESSAGE_STATES = ['kept', 'matched', 'suggested', 'unmatched', 'quarantined'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Where a received time comes from. */
export type ReceivedSource = 'server' | 'received-header' | 'date-header' | 'now';

/** To which notice a message belongs, as far as the machine can tell, and by which clue. */
export interface MessageMatch {
  readonly noticeId: string | null;
  readonly how: string;
  readonly candidates: readonly string[];
}

/** What people see of a message without opening its bytes. */
export interface MessageSummary {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly defects: readonly string[];
}

/** What understanding a message yields; `state` follows from the match. */
export interface Understanding {
  readonly summary: MessageSummary;
  readonly match: MessageMatch;
  readonly reading: Reading;
}

/** One mail that came in: its bytes first, what we think of it later, what a person made of it last. */
export class Message {
  readonly id!: string;
  /** SHA-256 of the raw bytes, hexadecimal. */
  readonly digest!: string;
  readonly size!: number;
  readonly source!: MessageSource;
  readonly receivedAt!: Date;
  readonly receivedSource!: ReceivedSource;
  readonly version!: number;
  private _state: MessageState = 'kept';
  private _summary: MessageSummary | null = null;
  private _match: MessageMatch | null = null;
  private _reading: Reading | null = null;
  private _trouble: string | null = null;
  private _noticeId: string | null = null;
  private _handledAt: Date | null = null;
  private _handledAs: string | null = null;

  private constructor() {}

  static keep(about: Pick<Message, 'id' | 'digest' | 'size' | 'source' | 'receivedAt' | 'receivedSource'>): Message {
    return Object.assign(new Message(), about, { version: 1 });
  }

  get state(): MessageState {
    return this._state;
  }
  get summary(): MessageSummary | null {
    return this._summary;
  }
  get match(): MessageMatch | null {
    return this._match;
  }
  get reading(): Reading | null {
    return this._reading;
  }
  /** Why it could not be taken apart; null when it could. */
  get trouble(): string | null {
    return this._trouble;
  }
  /** The notice it belongs to, by certain match or by a person's word. */
  get noticeId(): string | null {
    return this._noticeId;
  }
  get handledAt(): Date | null {
    return this._handledAt;
  }
  /** What a person did with it: `decided`, `acknowledged`, `set-aside`. */
  get handledAs(): string | null {
    return this._handledAs;
  }

  /** Keeps what the machine understood; a person's link to a notice stays. */
  understand({ summary, match, reading }: Understanding): DomainEvent {
    Object.assign(this, { _summary: storable(summary), _match: match, _reading: storable(reading), _trouble: null });
    this._noticeId ??= match.noticeId;
    this._state = this._noticeId !== null ? 'matched' : match.candidates.length > 0 ? 'suggested' : 'unmatched';
    return this.happened('message-understood', { state: this._state, meaning: reading.meaning });
  }

  /** It cannot be taken apart: kept, listed, and left to a person. */
  quarantine(trouble: string): DomainEvent {
    Object.assign(this, { _state: 'quarantined', _trouble: trouble });
    return this.happened('message-quarantined', { state: 'quarantined' });
  }

  /** A person says to which notice it belongs, or that it belongs to none (null); undone by saying otherwise. */
  link(noticeId: string | null): DomainEvent {
    if (this._handledAt !== null) throw new RuleViolation('message.already-handled');
    this._noticeId = noticeId;
    if (this._summary !== null && this._state !== 'quarantined')
      this._state = noticeId === null ? 'unmatched' : 'matched';
    return this.happened('message-linked', { noticeId });
  }

  /** A person has done what it asked for. */
  handle(as: string, at: Date): DomainEvent {
    if (this._handledAt !== null) throw new RuleViolation('message.already-handled');
    Object.assign(this, { _handledAt: at, _handledAs: as });
    return this.happened('message-handled', { as });
  }

  /** Puts it back on the list. */
  takeUpAgain(): DomainEvent {
    Object.assign(this, { _handledAt: null, _handledAs: null });
    return this.happened('message-taken-up-again', {});
  }

  private happened(kind: string, facts: DomainEvent['facts']): DomainEvent {
    return { kind, subject: 'message', subjectId: this.id, facts: { noticeId: this._noticeId, ...facts } };
  }
}
