import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { reactionsTo, type ReactionName } from '#application/reactions.js';
import type { Actor, DomainEvent } from '#domain/event.js';

/** What a reaction's job carries. */
export interface ReactionJob {
  readonly eventId: string;
}

/** A job to add to the queue of a reaction. */
export interface DueReaction {
  readonly reaction: ReactionName;
  readonly id: string;
  readonly eventId: string;
  readonly startAfterSeconds: number;
}

/** An event that knows its id before it stands in the log, so that its jobs can be queued first. */
type NewEvent = DomainEvent & { readonly id: string; readonly facts: NonNullable<DomainEvent['facts']> };

/** The events with their ids; one that has an id keeps it. */
export const newEvents = (events: readonly DomainEvent[]): readonly NewEvent[] =>
  events.map((event) => ({ id: randomUUID(), ...event, facts: event.facts ?? {} }));

/** The reactions that follow from these events. */
export const dueReactions = (events: readonly NewEvent[]): DueReaction[] =>
  events.flatMap((event) => reactionsTo(event.kind).map((reaction) => due(reaction, event)));

/**
 * Appends events to the chain, with who did it; the last thing a transaction does, for until its end every other that
 * records something waits.
 */
export async function appendEvents(tx: EntityManager, by: Actor, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = newEvents(events).map(({ subjectId, ...row }) => ({ ...row, subject_id: subjectId }));
  const [kind, whom, session] = by.kind === 'user' ? ['user', by.userId, by.sessionId] : ['system', by.job, null];
  await tx.query('select append_events($1::jsonb, $2, $3, $4)', [JSON.stringify(rows), kind, whom, session]);
}

function due(reaction: ReactionName, event: { id: string; facts: NonNullable<DomainEvent['facts']> }): DueReaction {
  const wait = event.facts['wakeAfterSeconds'];
  return {
    reaction,
    id: derivedId(event.id, reaction),
    eventId: event.id,
    startAfterSeconds: typeof wait === 'number' ? wait : 0,
  };
}

/** A UUID that depends on event and reaction alone, so that the same reaction is never queued twice (RFC 9562, version 8). */
function derivedId(eventId: string, reaction: string): string {
  const hex = createHash('sha256').update(`${eventId}/${reaction}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
