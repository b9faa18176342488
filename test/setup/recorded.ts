import type { DataSource } from 'typeorm';
import type { Actor, DomainEvent } from '#domain/event.js';

type EventRow = Required<DomainEvent> & {
  readonly actor_kind: string;
  readonly actor: string;
  readonly session_id: string;
};
interface JobRow {
  readonly reaction: string;
  readonly eventKind: string;
  readonly startAfterSeconds: number;
}

/** What PostgreSQL holds of events and of jobs, oldest first, in the form the contract of `Books` looks at. */
export const recorded = (db: DataSource) => ({
  async events(): Promise<(DomainEvent & { readonly by: Actor })[]> {
    const rows: EventRow[] = await db.query(
      `select kind, subject, subject_id as "subjectId", facts, actor_kind, actor, session_id from event_log order by seq`,
    );
    return rows.map(({ actor_kind, actor, session_id, ...event }) => ({
      ...event,
      by:
        actor_kind === 'user' ? { kind: 'user', userId: actor, sessionId: session_id } : { kind: 'system', job: actor },
    }));
  },
  async jobs(): Promise<JobRow[]> {
    return db.query(
      `select j.name as reaction, e.kind as "eventKind",
              round(extract(epoch from j.start_after - j.created_on))::int as "startAfterSeconds"
       from jobs.job j join event_log e on e.id::text = j.data ->> 'eventId' order by e.seq`,
    );
  },
});
