import type { LogPart } from '#domain/access/log-kinds.js';
import type { CaseReach } from '#domain/access/reach.js';
import type { DomainEvent } from '#domain/event.js';

/** Which entries; null leaves a question out. */
export interface LogFilter {
  readonly part: LogPart | null;
  readonly kind: string | null;
  /** Id of a person, or the name of a job of the system. */
  readonly actor: string | null;
  /** A reference or an id of what it was about. */
  readonly thing: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  /** Entries with a lower number than this. */
  readonly below: number | null;
}

/** An entry with what it was about, named as it is called at this moment. */
export interface LogRow {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly subject: string;
  /** Null where the reader may not know of it. */
  readonly subjectId: string | null;
  readonly facts: NonNullable<DomainEvent['facts']>;
  readonly actorKind: 'user' | 'system';
  readonly actor: string;
  /** The person's name; null for the system and for somebody who is no longer known. */
  readonly name: string | null;
  readonly reference: string | null;
  /** The case it belongs to and the notice it is about, where the reader may know of them. */
  readonly caseId: string | null;
  readonly noticeId: string | null;
}

/** What the last verification of the whole log found. */
export interface KeptVerification {
  readonly seq: number;
  readonly at: Date;
  readonly facts: NonNullable<DomainEvent['facts']>;
}

/** The event log as people read it; things outside `known`, of which they may not know, are neither named nor found. */
export abstract class AuditLog {
  /** Newest first; at most `size`. */
  abstract rows(filter: LogFilter, known: CaseReach, size: number): Promise<readonly LogRow[]>;
  abstract lastVerification(): Promise<KeptVerification | null>;
  /** Whether a verification that somebody asked for has its result. */
  abstract isAnswered(eventId: string): Promise<boolean>;
  /** When somebody asked for a verification that has no result yet. */
  abstract askedAt(): Promise<Date | null>;
  /** Everybody who may stand in the log, by name, for the filter. */
  abstract people(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** What happened to a case and to all that belongs to it, newest first. */
  abstract ofCase(caseId: string, known: CaseReach, size: number): Promise<readonly LogRow[]>;
}
