import type { Actor, DomainEvent, Subject } from '#domain/event.js';

/** An event as it stands in the log. */
export interface RecordedEvent extends DomainEvent {
  readonly id: string;
  readonly by: Actor;
  readonly at: Date;
}

/** The log of what happened, to read; it is written by the write port alone. */
export abstract class EventLog {
  abstract find(eventId: string): Promise<RecordedEvent | null>;
  /** What happened to a thing and, for a notice, to its deliveries, captures and messages; oldest first. */
  abstract of(subject: Subject, subjectId: string): Promise<readonly RecordedEvent[]>;
}
