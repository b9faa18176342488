import type { DataSource } from 'typeorm';
import { EventLog, type RecordedEvent } from '#application/event-log.js';
import type { DomainEvent, Subject } from '#domain/event.js';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly subject: Subject;
  readonly subject_id: string;
  readonly facts: NonNullable<DomainEvent['facts']>;
  readonly actor_kind: 'user' | 'system';
  readonly actor: string;
  readonly session_id: string | null;
  readonly at: Date;
}

const COLUMNS = 'id, kind, subject, subject_id, facts, actor_kind, actor, session_id, at';

/** The event log as rows of PostgreSQL. */
export class PgEventLog extends EventLog {
  constructor(private readonly db: DataSource) {
    super();
  }

  async find(eventId: string): Promise<RecordedEvent | null> {
    const rows: Row[] = await this.db.query(`select ${COLUMNS} from event_log where id = $1`, [eventId]);
    return rows[0] ? eventOf(rows[0]) : null;
  }

  async of(subject: Subject, subjectId: string): Promise<readonly RecordedEvent[]> {
    const rows: Row[] = await this.db.query(
      `select ${COLUMNS} from event_log
       where seq in (select seq from event_log where subject = $1 and subject_id = $2
                     union select seq from event_log where $1 = 'notice' and facts ? 'noticeId' and facts ->> 'noticeId' = $2)
       order by seq`,
      [subject, subjectId],
    );
    return rows.map(eventOf);
  }
}

const eventOf = (row: Row): RecordedEvent => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  subjectId: row.subject_id,
  facts: row.facts,
  by:
    row.actor_kind === 'user'
      ? { kind: 'user', userId: row.actor, sessionId: row.session_id }
      : { kind: 'system', job: row.actor },
  at: row.at,
});
