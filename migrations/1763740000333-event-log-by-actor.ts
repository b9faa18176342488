import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log is asked what one person did, and where one kind of thing happened: both by number, newest first. Safe for rows
 * that exist: only indexes.
 */
export class EventLogByActor1763740000333 implements MigrationInterface {
  name = 'EventLogByActor1763740000333';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create index event_log_by_actor on event_log (actor, seq)');
    await db.query('create index event_log_by_kind on event_log (kind, seq)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index event_log_by_actor, event_log_by_kind');
  }
}
