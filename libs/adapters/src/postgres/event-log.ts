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

/** Appends events in the transaction of `tx`, with who did it, and answers the reactions that follow from them. */
export async function appendEvents(
  tx: EntityManager,
  by: Actor,
  events: readonly DomainEvent[],
): Promise<DueReaction[]> {
  if (events.length === 0) return [];
  const rows = events.map((event) => ({ ...event, id: randomUUID(), facts: event.facts ?? {} }));
  const [actorKind, actor, session] = by.kind === 'user' ? ['user', by.userId, by.sessionId] : ['system', by.job, null];
  await tx.query(
    `insert into event_log (id, kind, subject, subject_id, facts, actor_kind, actor, session_id)
     select e.id, e.kind, e.subject, e.subject_id, e.facts, $2, $3, $4
     from jsonb_to_recordset($1::jsonb) as e(id uuid, kind text, subject text, subject_id text, facts jsonb)`,
    [
      JSON.stringify(rows.map(({ subjectId, ...row }) => ({ ...row, subject_id: subjectId }))),
      actorKind,
      actor,
      session,
    ],
  );
  return rows.flatMap((row) => reactionsTo(row.kind).map((reaction) => due(reaction, row)));
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
