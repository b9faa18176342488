import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked on every page of the desk: deliveries of which nobody knows whether they arrived, and the open cases of a
 * line. Without these, each page reads every delivery there is. Only indexes, so safe for rows that exist.
 */
export class WorkIndexes1763740000512 implements MigrationInterface {
  name = 'WorkIndexes1763740000512';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index deliveries_unknown on deliveries (notice_id) where state = 'unknown'`);
    await db.query(
      `create index case_files_open_of_line on case_files ((content ->> 'line'), opened_at desc) where status = 'open'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index deliveries_unknown, case_files_open_of_line');
  }
}
